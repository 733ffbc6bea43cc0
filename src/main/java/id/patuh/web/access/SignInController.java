package id.patuh.web.access;

import id.patuh.web.access.ProviderConfiguration.Providers;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in. */
@Controller
class SignInController {

    static final String PATH = "/login";

    private final Map<String, String> providers;

    SignInController(ObjectProvider<Providers> providers) {
        this.providers = providers.stream().findFirst().map(Providers::names).orElse(Map.of());
    }

    @GetMapping(PATH)
    @Open(Open.To.EVERYBODY)
    String show(
            @RequestParam(required = false) String refused,
            @RequestParam(required = false) String busy,
            @RequestParam(required = false) String provider,
            @RequestParam(name = ToSignIn.BACK, defaultValue = "/") String back,
            Model model) {
        model.addAttribute("problem", problem(refused, busy, provider));
        model.addAttribute("providers", providers);
        model.addAttribute("back", LocalPath.of(back));
        return "login";
    }

    /** @return key of its text; null where there is none */
    private static String problem(String refused, String busy, String provider) {
        if (provider != null) {
            return "login.provider.refused";
        }
        return refused != null ? "login.refused" : busy != null ? "login.busy" : null;
    }
}
