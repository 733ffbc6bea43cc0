package id.patuh.web.account;

import id.patuh.account.AccessToken;
import id.patuh.account.AccountException;
import id.patuh.account.NewToken;
import id.patuh.account.Tokens;
import id.patuh.report.Reasons;
import id.patuh.rulebook.RulebookException;
import id.patuh.web.access.Open;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: who one is here, and the tokens of one's programs. */
@Controller
class OwnAccountController {

    static final String PATH = "/account";

    private final Tokens tokens;
    private final Clock clock;

    OwnAccountController(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token, and whether a program may use it now. */
    record ShownToken(AccessToken token, boolean live) {}

    @GetMapping(PATH)
    @Open(Open.To.SIGNED_IN)
    String show(Visitor visitor, Model model) {
        Instant now = clock.instant();
        List<ShownToken> own = tokens.of(visitor.account().name()).stream()
                .map(token -> new ShownToken(token, token.isLiveAt(now)))
                .toList();
        model.addAttribute("account", visitor.account());
        model.addAttribute("permissions", visitor.rights().permissions());
        model.addAttribute("reach", visitor.rights().reach());
        model.addAttribute("tokens", own);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", TokenForm.EMPTY);
        }
        return "account";
    }

    /** Shows the token once: nobody can be told it again. */
    @PostMapping(PATH + "/tokens")
    @Open(Open.To.SIGNED_IN)
    String make(
            @ModelAttribute("form") TokenForm form,
            Visitor visitor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            NewToken made = tokens.make(form.terms(visitor.rights().reach(), clock.instant()), visitor.actor());
            response.setHeader("Cache-Control", "no-store");
            model.addAttribute("token", made.token());
            model.addAttribute("text", made.text().reveal());
            return "account-token";
        } catch (AccountException e) {
            model.addAttribute("problem", Reasons.text(e.reason(), e.details(), Preferences.language(request)));
        } catch (RulebookException e) {
            model.addAttribute(
                    "problem",
                    Reasons.text(e.problem().reason(), e.problem().details(), Preferences.language(request)));
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return show(visitor, model);
    }

    @PostMapping(PATH + "/tokens/{number}/revoke")
    @Open(Open.To.SIGNED_IN)
    String revoke(@PathVariable long number, Visitor visitor, RedirectAttributes next) {
        boolean own = tokens.of(visitor.account().name()).stream().anyMatch(token -> token.number() == number);
        if (!own) {
            throw new NotThere();
        }
        tokens.revoke(number, visitor.actor());
        return Told.redirect(PATH, "tokens.revoked", next);
    }
}
