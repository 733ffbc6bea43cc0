package id.patuh.web.check;

import id.patuh.account.Permission;
import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.LifeBook;
import id.patuh.report.CaseTimelineChart;
import id.patuh.report.Language;
import id.patuh.report.RuleSentence;
import id.patuh.report.Words;
import id.patuh.ruleset.RuleSet;
import id.patuh.store.ReasonedException;
import id.patuh.store.Store;
import id.patuh.submission.KeptContent;
import id.patuh.submission.KeptContent.Numbered;
import id.patuh.submission.KeptRules;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.submission.SubmittedCases;
import id.patuh.violation.Subject;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Charts;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.limit.Turns;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** One violation that a check of files found, with what was done of its case when. */
@Controller
class FoundViolationController {

    /** Each reads the files again. */
    private static final int TIMELINES_AT_A_TIME = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DoneChecks done;
    private final Submissions submissions;
    private final SubmittedCases cases;
    private final KeptRules rules;
    private final LifeBook book;
    private final Charts charts;
    private final Turns timelines = new Turns(TIMELINES_AT_A_TIME, PATIENCE);

    FoundViolationController(
            DoneChecks done,
            Submissions submissions,
            SubmittedCases cases,
            KeptRules rules,
            Store store,
            Charts charts) {
        this.done = done;
        this.submissions = submissions;
        this.cases = cases;
        this.rules = rules;
        this.book = new LifeBook(store);
        this.charts = charts;
    }

    @GetMapping("/checks/{code}/violations/{number}")
    @Requires(Permission.CHECK)
    String violation(
            @PathVariable String code,
            @PathVariable int number,
            Visitor visitor,
            Model model,
            HttpServletRequest request) {
        Submission submission = done.find(code, visitor);
        KeptContent result = submissions.result(submission, Preferences.language(request));
        Numbered numbered = result.violation(number).orElseThrow(NotThere::new);
        model.addAttribute("submission", submission);
        model.addAttribute("numbered", numbered);
        model.addAttribute("sentence", sentence(result, numbered));
        model.addAttribute("inLedger", isInLedger(submission, numbered));
        return "violation";
    }

    /** As the rule set of the check has it; null where that can no longer be read, or has none. */
    private String sentence(KeptContent result, Numbered numbered) {
        try {
            RuleSet ruleSet = rules.of(result).ruleSet();
            LocalDate day =
                    LocalDate.ofInstant(result.head().asOf(), result.head().zone());
            return RuleSentence.of(ruleSet, numbered.violation().rule(), day, result.language())
                    .orElse(null);
        } catch (ReasonedException e) {
            return null;
        }
    }

    /** What of a unit is known otherwise, too, may show that something of its files is no violation. */
    private boolean isInLedger(Submission submission, Numbered numbered) {
        if (submission.isTrial()) {
            return false;
        }
        try {
            book.violation(submission.order().scope(), numbered.violation().fingerprint());
            return true;
        } catch (LedgerException e) {
            return false;
        }
    }

    /** What was done of the violation's case when; a part of its page, or a page of its own. */
    @GetMapping("/checks/{code}/violations/{number}/timeline")
    @Requires(Permission.CHECK)
    String timeline(
            @PathVariable String code,
            @PathVariable int number,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Visitor visitor,
            Model model,
            HttpServletRequest request) {
        Submission submission = done.find(code, visitor);
        Language language = Preferences.language(request);
        KeptContent result = submissions.result(submission, language);
        Numbered numbered = result.violation(number).orElseThrow(NotThere::new);
        model.addAttribute("submission", submission);
        model.addAttribute("number", number);
        Optional<CaseTimelineChart> timeline = timeline(submission, result, numbered);
        model.addAttribute(
                "drawn",
                timeline.map(told -> charts.draw(told.chart(), "timeline", language))
                        .orElse(null));
        model.addAttribute("notes", timeline.map(CaseTimelineChart::notes).orElse(List.of()));
        return part ? "timeline :: picture" : "timeline";
    }

    /** Empty where the violation is of no case, or the files tell nothing of it any more. */
    private Optional<CaseTimelineChart> timeline(Submission submission, KeptContent result, Numbered numbered) {
        Subject subject = numbered.violation().subject();
        if (subject.caseId() == null) {
            return Optional.empty();
        }
        Language language = result.language();
        ZoneId zone = result.head().zone();
        return timelines
                .take(() -> cases.find(submission, result, subject))
                .map(found -> new CaseTimelineChart(
                        found.timeline(), new Words(found.ruleSet(), zone, language), language, zone));
    }
}
