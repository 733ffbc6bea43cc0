package id.patuh.web.overview;

import id.patuh.account.Permission;
import id.patuh.web.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class OverviewController {

    @GetMapping("/")
    @Requires(Permission.READ_RESULTS)
    String show() {
        return "overview";
    }
}
