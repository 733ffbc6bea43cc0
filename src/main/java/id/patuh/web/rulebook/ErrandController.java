package id.patuh.web.rulebook;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.report.Language;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Simulator;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import id.patuh.web.rulebook.Errands.Errand;
import id.patuh.web.rulebook.Errands.Kind;
import id.patuh.web.rulebook.Errands.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with a version and takes its time: tests, simulations, and proposing it, which simulates. */
@Controller
class ErrandController {

    private final Errands errands;
    private final Rulebook rulebook;
    private final Simulator simulator;
    private final RuleLibraries libraries;
    private final AuditTrail trail;
    private final MessageSource texts;
    private final ZoneId zone;

    ErrandController(
            Errands errands,
            Rulebook rulebook,
            Simulator simulator,
            RuleLibraries libraries,
            AuditTrail trail,
            MessageSource texts,
            ZoneId zone) {
        this.errands = errands;
        this.rulebook = rulebook;
        this.simulator = simulator;
        this.libraries = libraries;
        this.trail = trail;
        this.texts = texts;
        this.zone = zone;
    }

    @PostMapping("/rules/versions/{number}/test")
    @Requires(Permission.EDIT_RULE_DATA)
    String test(@PathVariable long number, Visitor visitor, RedirectAttributes next) {
        return start(Kind.TEST, number, visitor, next, () -> {
            audited(Kind.TEST, visitor).test(number, visitor.account().name());
            return null;
        });
    }

    @PostMapping("/rules/versions/{number}/simulate")
    @Requires(Permission.EDIT_RULE_DATA)
    String simulate(@PathVariable long number, Visitor visitor, RedirectAttributes next) {
        return start(Kind.SIMULATE, number, visitor, next, () -> {
            RuleSetContent inForce = libraries.inForce().files();
            String report = simulator.report(rulebook.content(number), inForce, null);
            trail.add(done(Kind.SIMULATE, number, visitor));
            return report;
        });
    }

    @PostMapping("/rules/versions/{number}/propose")
    @Requires(Permission.EDIT_RULE_DATA)
    String propose(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            RedirectAttributes next) {
        return start(Kind.PROPOSE, number, visitor, next, () -> {
            audited(Kind.PROPOSE, visitor).propose(number, visitor.account().name(), comment);
            return null;
        });
    }

    private Rulebook audited(Kind kind, Visitor visitor) {
        return rulebook.along(entry -> trail.step(done(kind, entry.draft().id(), visitor)));
    }

    private static AuditEvent done(Kind kind, long number, Visitor visitor) {
        return AuditEvent.done(visitor.actor(), action(kind), Long.toString(number), Map.of("kind", kind.word()));
    }

    private static AuditAction action(Kind kind) {
        return kind == Kind.PROPOSE ? AuditAction.PROPOSE_RULES : AuditAction.TEST_RULES;
    }

    private String start(Kind kind, long number, Visitor visitor, RedirectAttributes next, Supplier<String> work) {
        VersionPages.find(rulebook.history(), number);
        Optional<Errand> errand = errands.start(kind, number, visitor.account().name(), () -> {
            try {
                return work.get();
            } catch (RulebookException e) {
                trail.add(AuditEvent.refused(
                        visitor.actor(),
                        action(kind),
                        Long.toString(number),
                        e.problem().reason()));
                throw e;
            }
        });
        return errand.map(found -> "redirect:/rules/work/" + found.code())
                .orElseGet(() -> Told.redirect("/rules/versions/" + number, "work.busy", next));
    }

    @GetMapping("/rules/work/{code}")
    @Requires(Permission.EDIT_RULE_DATA)
    String follow(
            @PathVariable String code,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request) {
        Errand errand = find(code, visitor);
        Outcome outcome = errand.outcome();
        if (outcome != null && outcome.problem() == null && errand.kind() != Kind.SIMULATE) {
            return Told.redirect(
                    "/rules/versions/" + errand.version(),
                    "work.done." + errand.kind().word(),
                    next);
        }
        model.addAttribute("errand", code);
        model.addAttribute("kind", errand.kind().word());
        model.addAttribute("number", errand.version());
        model.addAttribute("over", outcome != null);
        if (outcome != null) {
            model.addAttribute("report", outcome.text());
            model.addAttribute("problems", problems(outcome, Preferences.language(request)));
        }
        return "work";
    }

    /** Whether it ended; leads on to what came of it then. */
    @GetMapping("/rules/work/{code}/progress")
    @Requires(Permission.EDIT_RULE_DATA)
    String progress(@PathVariable String code, Visitor visitor, HttpServletResponse response) {
        if (find(code, visitor).outcome() != null) {
            response.setHeader("HX-Redirect", "/rules/work/" + code);
        }
        return "work :: state";
    }

    private Errand find(String code, Visitor visitor) {
        return errands.find(code, visitor.account().name()).orElseThrow(NotThere::new);
    }

    private List<String> problems(Outcome outcome, Language language) {
        if (outcome.problem() instanceof RulebookException e) {
            return Refusals.of(e, language, zone);
        }
        if (outcome.problem() instanceof RuleSetException e) {
            return Refusals.of(e, language);
        }
        return outcome.problem() == null
                ? List.of()
                : List.of(texts.getMessage("work.failed", null, language.locale()));
    }
}
