package id.patuh.web.account;

import id.patuh.account.Account;
import id.patuh.account.AccountException;
import id.patuh.account.Accounts;
import id.patuh.account.Passwords;
import id.patuh.account.Permission;
import id.patuh.account.Role;
import id.patuh.account.Secret;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.rulebook.RulebookException;
import id.patuh.scope.Scopes;
import id.patuh.store.ReasonedException;
import id.patuh.store.Store;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may use the application, and what for. */
@Controller
class AccountsController {

    private final Accounts accounts;
    private final Scopes scopes;
    private final Clock clock;

    AccountsController(Accounts accounts, Store store, Clock clock) {
        this.accounts = accounts;
        this.scopes = new Scopes(store);
        this.clock = clock;
    }

    @GetMapping("/accounts")
    @Requires(Permission.MANAGE_ACCOUNTS)
    String all(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("now", clock.instant());
        return "accounts";
    }

    @GetMapping("/accounts/add")
    @Requires(Permission.MANAGE_ACCOUNTS)
    String askForNew(Model model) {
        return form(new AccountForm(null, null, null, false, null, null, true, 0L), true, model);
    }

    /** Shows the password once: nobody can be told it again. */
    @PostMapping("/accounts/add")
    @Requires(Permission.MANAGE_ACCOUNTS)
    String add(
            @ModelAttribute AccountForm form,
            Visitor visitor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret password = Passwords.oneTime();
        try {
            return told(accounts.add(form.profile(), password, visitor.actor()), password, model, response);
        } catch (ReasonedException | RulebookException e) {
            refuse(e, model, request, response);
            return form(form, true, model);
        }
    }

    @GetMapping("/accounts/change")
    @Requires(Permission.MANAGE_ACCOUNTS)
    String askForChange(@RequestParam String name, Model model) {
        return form(form(find(name)), false, model);
    }

    @PostMapping("/accounts/change")
    @Requires(Permission.MANAGE_ACCOUNTS)
    String change(
            @ModelAttribute AccountForm form,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            accounts.change(form.profile(), form.enabled(), form.version(), visitor.actor());
            return Told.redirect("/accounts", "accounts.changed", next);
        } catch (ReasonedException | RulebookException e) {
            refuse(e, model, request, response);
            return form(form, false, model);
        }
    }

    @PostMapping("/accounts/password")
    @Requires(Permission.MANAGE_ACCOUNTS)
    String resetPassword(
            @RequestParam String name,
            Visitor visitor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret password = Passwords.oneTime();
        try {
            return told(accounts.resetPassword(name, password, visitor.actor()), password, model, response);
        } catch (ReasonedException | RulebookException e) {
            refuse(e, model, request, response);
            return form(form(find(name)), false, model);
        }
    }

    private static String told(Account account, Secret password, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("account", account);
        model.addAttribute("password", password.reveal());
        return "account-password";
    }

    private static void refuse(
            RuntimeException e, Model model, HttpServletRequest request, HttpServletResponse response) {
        Language language = Preferences.language(request);
        String why = e instanceof RulebookException known
                ? Reasons.text(known.problem().reason(), known.problem().details(), language)
                : Reasons.text(((ReasonedException) e).reason(), ((ReasonedException) e).details(), language);
        model.addAttribute("problem", why);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }

    private String form(AccountForm form, boolean fresh, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("title", fresh ? null : form.name());
        model.addAttribute("fresh", fresh);
        model.addAttribute("roles", Role.values());
        model.addAttribute("scopes", scopes.names());
        return "account-form";
    }

    private static AccountForm form(Account account) {
        return new AccountForm(
                account.name(),
                account.profile().shownName(),
                account.profile().roles().stream().map(Role::word).toList(),
                account.profile().reach().everywhere(),
                account.profile().reach().scopes().stream().toList(),
                null,
                account.enabled(),
                account.version());
    }

    private Account find(String name) {
        try {
            return accounts.get(name);
        } catch (AccountException | RulebookException e) {
            throw new NotThere();
        }
    }
}
