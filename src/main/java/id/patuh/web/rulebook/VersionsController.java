package id.patuh.web.rulebook;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.report.Language;
import id.patuh.rulebook.History;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetException;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Versions of the rule set, and the steps of their way that are done at once. */
@Controller
class VersionsController {

    private final Rulebook rulebook;
    private final RuleLibraries libraries;
    private final VersionPages pages;
    private final AuditTrail trail;
    private final ZoneId zone;

    VersionsController(Rulebook rulebook, RuleLibraries libraries, VersionPages pages, AuditTrail trail, ZoneId zone) {
        this.rulebook = rulebook;
        this.libraries = libraries;
        this.pages = pages;
        this.trail = trail;
        this.zone = zone;
    }

    @GetMapping("/rules/versions")
    @Requires(Permission.READ_RULES)
    String all(@RequestParam(required = false) Long before, Visitor visitor, Model model) {
        pages.all(before, visitor, model);
        return "versions";
    }

    @GetMapping("/rules/versions/{number}")
    @Requires(Permission.READ_RULES)
    String one(@PathVariable long number, Visitor visitor, Model model, HttpServletRequest request) {
        pages.one(number, visitor, Preferences.language(request), model);
        return "version";
    }

    /** What any two differ in; without numbers it asks for them. */
    @GetMapping("/rules/differences")
    @Requires(Permission.READ_RULES)
    String differences(
            @RequestParam(required = false) Long from,
            @RequestParam(required = false) Long to,
            Model model,
            HttpServletRequest request) {
        History history = rulebook.history();
        model.addAttribute(
                "numbers", history.versions().stream().map(Version::id).toList());
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        if (from != null && to != null) {
            Version before = VersionPages.find(history, from);
            Version after = VersionPages.find(history, to);
            Language language = Preferences.language(request);
            try {
                model.addAttribute("areas", Changes.between(libraries.of(before), libraries.of(after), language));
            } catch (RuleSetException e) {
                model.addAttribute("problems", Refusals.of(e, language));
            }
        }
        return "differences";
    }

    /** Takes the rule set of the folder into the rulebook, as the version that all others are made from. */
    @PostMapping("/rules/versions/adopt")
    @Requires(Permission.EDIT_RULE_CODE)
    String adopt(
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Version drafted = audited(AuditAction.DRAFT_RULES, visitor)
                    .draft(libraries.inForce().files(), visitor.account().name(), comment, null);
            return Told.redirect("/rules/versions/" + drafted.id(), "edit.saved", next);
        } catch (RulebookException e) {
            refuse(AuditAction.DRAFT_RULES, "", e, visitor, model, request, response);
            return all(null, visitor, model);
        }
    }

    @PostMapping("/rules/versions/{number}/approve")
    @Requires(Permission.APPROVE_RULES)
    String approve(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Step step = new Step(AuditAction.APPROVE_RULES, "versions.told.approved", comment);
        return done(
                number,
                step,
                visitor,
                model,
                next,
                request,
                response,
                audited -> audited.approve(number, visitor.account().name(), comment));
    }

    @PostMapping("/rules/versions/{number}/reject")
    @Requires(Permission.APPROVE_RULES)
    String reject(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Step step = new Step(AuditAction.REJECT_RULES, "versions.told.rejected", comment);
        return done(
                number,
                step,
                visitor,
                model,
                next,
                request,
                response,
                audited -> audited.reject(number, visitor.account().name(), comment));
    }

    /** @param from a date and a time; blank for now */
    @PostMapping("/rules/versions/{number}/publish")
    @Requires(Permission.PUBLISH_RULES)
    String publish(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String from,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("from", from);
        Instant moment;
        try {
            moment = from.isBlank()
                    ? null
                    : LocalDateTime.parse(from).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            model.addAttribute("fromWrong", true);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return one(number, visitor, model, request);
        }
        Step step = new Step(AuditAction.PUBLISH_RULES, "versions.told.published", "");
        return done(
                number,
                step,
                visitor,
                model,
                next,
                request,
                response,
                audited -> audited.publish(number, visitor.account().name(), moment));
    }

    @PostMapping("/rules/versions/{number}/rollback")
    @Requires(Permission.PUBLISH_RULES)
    String rollBack(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Step step = new Step(AuditAction.ROLL_BACK_RULES, "versions.told.rolled.back", comment);
        return done(
                number,
                step,
                visitor,
                model,
                next,
                request,
                response,
                audited -> audited.rollBack(number, visitor.account().name(), comment));
    }

    @PostMapping("/rules/versions/{number}/rebase")
    @Requires(Permission.EDIT_RULE_DATA)
    String rebase(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Step step = new Step(AuditAction.DRAFT_RULES, "edit.saved", comment);
        return done(
                number,
                step,
                visitor,
                model,
                next,
                request,
                response,
                audited -> audited.rebase(number, visitor.account().name(), comment));
    }

    /**
     * A step that somebody asks for.
     *
     * @param told key of what is told when it is done
     * @param comment his reason, which stands in the form again when it is refused
     */
    private record Step(AuditAction action, String told, String comment) {}

    private String done(
            long number,
            Step step,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Rulebook, Version> work) {
        VersionPages.find(rulebook.history(), number);
        try {
            Version version = work.apply(audited(step.action(), visitor));
            return Told.redirect("/rules/versions/" + version.id(), step.told(), next);
        } catch (RulebookException e) {
            refuse(step.action(), "" + number, e, visitor, model, request, response);
        } catch (RuleSetException e) {
            model.addAttribute("problems", Refusals.of(e, Preferences.language(request)));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("comment", step.comment());
        return one(number, visitor, model, request);
    }

    /** The rulebook, with the audit trail in the transactions of what the visitor does. */
    private Rulebook audited(AuditAction action, Visitor visitor) {
        return rulebook.along(entry -> trail.step(AuditEvent.done(
                visitor.actor(), action, Long.toString(entry.draft().id()), Map.of())));
    }

    private void refuse(
            AuditAction action,
            String object,
            RulebookException e,
            Visitor visitor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        trail.add(
                AuditEvent.refused(visitor.actor(), action, object, e.problem().reason()));
        model.addAttribute("problems", Refusals.of(e, Preferences.language(request), zone));
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
}
