package id.patuh.web.frame;

import id.patuh.report.Language;
import id.patuh.web.access.LocalPath;
import id.patuh.web.access.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language and theme, chosen at the foot of each page. */
@Controller
class PreferencesController {

    static final String PATH = "/preferences";

    @PostMapping(PATH)
    @Open(Open.To.EVERYBODY)
    String choose(
            @RequestParam(required = false) String language,
            @RequestParam(required = false) String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Arrays.stream(Language.values())
                .filter(each -> each.code().equals(language))
                .forEach(each -> Preferences.keep(each, request, response));
        if (theme != null) {
            Preferences.keep(Theme.of(theme), request, response);
        }
        return "redirect:" + LocalPath.of(back);
    }
}
