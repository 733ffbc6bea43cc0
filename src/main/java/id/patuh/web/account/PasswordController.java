package id.patuh.web.account;

import id.patuh.account.Account;
import id.patuh.account.AccountException;
import id.patuh.account.Secret;
import id.patuh.account.SignIns;
import id.patuh.report.Reasons;
import id.patuh.web.access.Open;
import id.patuh.web.access.Sessions;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own password. Whoever was given one by somebody else is led here until he has changed it. */
@Controller
class PasswordController {

    private final SignIns signIns;
    private final Sessions sessions;

    PasswordController(SignIns signIns, Sessions sessions) {
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @GetMapping(Sessions.CHANGE_PASSWORD)
    @Open(Open.To.SIGNED_IN)
    String show(Visitor visitor, Model model) {
        model.addAttribute("first", visitor.account().mustChangePassword());
        return "password";
    }

    @PostMapping(Sessions.CHANGE_PASSWORD)
    @Open(Open.To.SIGNED_IN)
    String change(
            @RequestParam String present,
            @RequestParam String wanted,
            @RequestParam String again,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!wanted.equals(again)) {
            model.addAttribute("differs", true);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(visitor, model);
        }
        try {
            Account account = signIns.changePassword(
                    visitor.account().name(), Secret.of(present), Secret.of(wanted), request.getRemoteAddr());
            sessions.goOn(account, request, response);
        } catch (AccountException e) {
            model.addAttribute("problem", Reasons.text(e.reason(), e.details(), Preferences.language(request)));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(visitor, model);
        }
        return Told.redirect("/", "password.changed", next);
    }
}
