package id.patuh.web.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in. */
@Controller
class SignInController {

    static final String PATH = "/login";

    @GetMapping(PATH)
    @Open(Open.To.EVERYBODY)
    String show(
            @RequestParam(required = false) String refused,
            @RequestParam(required = false) String busy,
            @RequestParam(required = false) String ended,
            @RequestParam(name = ToSignIn.BACK, defaultValue = "/") String back,
            Model model) {
        model.addAttribute(
                "problem",
                refused != null ? "login.refused" : busy != null ? "login.busy" : ended != null ? "login.ended" : null);
        model.addAttribute("back", LocalPath.of(back));
        return "login";
    }
}
