package id.patuh.web.unit;

import id.patuh.account.Accounts;
import id.patuh.account.AuditAction;
import id.patuh.account.Permission;
import id.patuh.ledger.handling.Handling;
import id.patuh.ledger.handling.HandlingEntry;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.nightly.CollectedCases;
import id.patuh.report.CaseTimelineChart;
import id.patuh.report.Language;
import id.patuh.report.RuleSentence;
import id.patuh.report.Words;
import id.patuh.ruleset.RuleSet;
import id.patuh.store.ReasonedException;
import id.patuh.store.Store;
import id.patuh.submission.KeptRules;
import id.patuh.violation.Subject;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Charts;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import id.patuh.web.unit.Deeds.Deed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A violation of a unit: what it says, what became of it, and what people do about it. */
@Controller
class ViolationController {

    private final Units units;
    private final LifeBook book;
    private final Handling handling;
    private final Waivers waivers;
    private final Accounts accounts;
    private final KeptRules rules;
    private final CollectedCases cases;
    private final Charts charts;
    private final Deeds deeds;
    private final Clock clock;
    private final ZoneId zone;

    ViolationController(
            Units units,
            Store store,
            Accounts accounts,
            KeptRules rules,
            CollectedCases cases,
            Charts charts,
            Deeds deeds,
            Clock clock,
            ZoneId zone) {
        this.units = units;
        this.book = new LifeBook(store);
        this.handling = new Handling(store, clock);
        this.waivers = new Waivers(store, clock);
        this.accounts = accounts;
        this.rules = rules;
        this.cases = cases;
        this.charts = charts;
        this.deeds = deeds;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/units/{scope}/violations/{fingerprint}")
    @Requires(Permission.READ_RESULTS)
    String show(@PathVariable String scope, @PathVariable String fingerprint, Model model, HttpServletRequest request) {
        LifeRun run = units.last(scope);
        LifeViolation violation = find(scope, fingerprint);
        List<HandlingEntry> entries = handling.of(scope, violation.fingerprint());
        LocalDate today = LocalDate.now(clock.withZone(zone));
        model.addAttribute("scope", scope);
        model.addAttribute("run", run);
        model.addAttribute("violation", violation);
        model.addAttribute("sentence", sentence(run, violation, Preferences.language(request)));
        model.addAttribute("events", book.history(scope, violation.fingerprint()));
        model.addAttribute("entries", entries);
        model.addAttribute("assignee", Handling.assignee(entries));
        model.addAttribute("people", accounts.permitted(Permission.READ_RESULTS, scope));
        model.addAttribute("waivers", waivers.about(scope, violation));
        model.addAttribute("now", clock.instant());
        model.addAttribute("today", today);
        if (!model.containsAttribute("wanted")) {
            model.addAttribute("wanted", WantedWaiver.from(today));
        }
        return "unit-violation";
    }

    /** As the rule set of the last run has it; none where that can no longer be read, or has no such rule. */
    private String sentence(LifeRun run, LifeViolation violation, Language language) {
        try {
            RuleSet ruleSet = rules.of(run.ruleSetSha256()).ruleSet();
            LocalDate day = LocalDate.ofInstant(run.asOf(), zone);
            return RuleSentence.of(ruleSet, violation.rule(), day, language).orElse(null);
        } catch (ReasonedException e) {
            return null;
        }
    }

    private LifeViolation find(String scope, String fingerprint) {
        try {
            return book.violation(scope, fingerprint);
        } catch (ReasonedException e) {
            throw new NotThere();
        }
    }

    /** What was done of the violation's case when; a part of its page, or a page of its own. */
    @GetMapping("/units/{scope}/violations/{fingerprint}/timeline")
    @Requires(Permission.READ_RESULTS)
    String timeline(
            @PathVariable String scope,
            @PathVariable String fingerprint,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model,
            HttpServletRequest request) {
        Language language = Preferences.language(request);
        Optional<CaseTimelineChart> timeline = timeline(units.last(scope), find(scope, fingerprint), language);
        model.addAttribute("scope", scope);
        model.addAttribute("fingerprint", fingerprint);
        model.addAttribute("none", "unit.timeline.none");
        model.addAttribute(
                "drawn",
                timeline.map(told -> charts.draw(told.chart(), "timeline", language))
                        .orElse(null));
        model.addAttribute("notes", timeline.map(CaseTimelineChart::notes).orElse(List.of()));
        return part ? "timeline :: picture" : "unit-timeline";
    }

    /** Empty where the violation is of no case, or the facts of it are gone. */
    private Optional<CaseTimelineChart> timeline(LifeRun run, LifeViolation violation, Language language) {
        Subject subject = violation.text().subject();
        if (subject.caseId() == null) {
            return Optional.empty();
        }
        RuleSet ruleSet = rules.of(run.ruleSetSha256()).ruleSet();
        Words words = new Words(ruleSet, zone, language);
        return cases.timeline(run, ruleSet, subject).map(found -> new CaseTimelineChart(found, words, language, zone));
    }

    @PostMapping("/units/{scope}/violations/{fingerprint}/comments")
    @Requires(Permission.COMMENT)
    String comment(
            @PathVariable String scope,
            @PathVariable String fingerprint,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String known = find(scope, fingerprint).fingerprint();
        Deed deed = new Deed(visitor, AuditAction.COMMENT, scope);
        boolean done = deeds.tries(
                deed,
                () -> deeds.handling(deed).comment(scope, known, comment, deed.actor()),
                model,
                request,
                response);
        model.addAttribute("comment", comment);
        return done ? back(scope, known, "unit.commented", next) : show(scope, known, model, request);
    }

    /** @param assignee name of an account; blank for nobody */
    @PostMapping("/units/{scope}/violations/{fingerprint}/assignee")
    @Requires(Permission.ASSIGN)
    String assign(
            @PathVariable String scope,
            @PathVariable String fingerprint,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String note,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String known = find(scope, fingerprint).fingerprint();
        Deed deed = new Deed(visitor, AuditAction.ASSIGN, scope);
        boolean done = deeds.tries(
                deed,
                () -> deeds.handling(deed).assign(scope, known, seeing(assignee, scope), note, deed.actor()),
                model,
                request,
                response);
        model.addAttribute("note", note);
        model.addAttribute("chosen", assignee);
        return done ? back(scope, known, "unit.assigned", next) : show(scope, known, model, request);
    }

    /** Nobody can see to what he may not see. */
    private String seeing(String assignee, String scope) {
        return assignee.isBlank()
                ? null
                : accounts.permitted(assignee, Permission.READ_RESULTS, scope).name();
    }

    @PostMapping("/units/{scope}/violations/{fingerprint}/waivers")
    @Requires(Permission.REQUEST_WAIVERS)
    String askForWaiver(
            @PathVariable String scope,
            @PathVariable String fingerprint,
            @ModelAttribute("wanted") WantedWaiver wanted,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        LifeViolation violation = find(scope, fingerprint);
        model.addAttribute("datesWrong", !wanted.hasDates());
        if (!wanted.hasDates()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(scope, fingerprint, model, request);
        }
        Deed deed = new Deed(visitor, AuditAction.REQUEST_WAIVER, scope);
        boolean done = deeds.tries(
                deed,
                () -> deeds.waivers(deed).request(wanted.terms(scope, violation, zone), deed.actor()),
                model,
                request,
                response);
        return done
                ? back(scope, violation.fingerprint(), "unit.waiver.requested", next)
                : show(scope, fingerprint, model, request);
    }

    private static String back(String scope, String fingerprint, String told, RedirectAttributes next) {
        return Told.redirect(Paths.of("units", scope, "violations", fingerprint), told, next);
    }
}
