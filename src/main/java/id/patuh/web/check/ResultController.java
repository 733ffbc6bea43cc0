package id.patuh.web.check;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.chart.HeatMap;
import id.patuh.chart.HeatMap.Cell;
import id.patuh.report.CaseTimelineChart;
import id.patuh.report.Language;
import id.patuh.report.Words;
import id.patuh.report.format.ReportFormat;
import id.patuh.submission.KeptContent;
import id.patuh.submission.KeptContent.Numbered;
import id.patuh.submission.State;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.submission.SubmittedCases;
import id.patuh.submission.ViolationFilter;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Charts;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What a check of files found that were handed in. */
@Controller
class ResultController {

    private static final int PAGE = 50;

    private final Submissions submissions;
    private final SubmittedCases cases;
    private final Charts charts;
    private final MessageSource texts;
    private final AuditTrail trail;

    ResultController(
            Submissions submissions, SubmittedCases cases, Charts charts, MessageSource texts, AuditTrail trail) {
        this.submissions = submissions;
        this.cases = cases;
        this.charts = charts;
        this.texts = texts;
        this.trail = trail;
    }

    /**
     * The result with a page of its violations.
     *
     * @param behind the number of the last violation of the page before
     */
    @GetMapping("/checks/{code}/result")
    @Requires(Permission.CHECK)
    String show(
            @PathVariable String code,
            @RequestParam(required = false) List<String> severity,
            @RequestParam(required = false) String rule,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String sop,
            @RequestParam(required = false) String text,
            @RequestParam(defaultValue = "0") int behind,
            Visitor visitor,
            Model model,
            HttpServletRequest request) {
        Submission submission = find(code, visitor);
        KeptContent result = submissions.result(submission, Preferences.language(request));
        ViolationFilter filter = new ViolationFilter(severities(severity), rule, unit, sop, text);
        List<Numbered> found = result.violations(filter, behind, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Numbered> shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute("submission", submission);
        model.addAttribute("taken", submissions.taken(submission));
        model.addAttribute("result", result);
        model.addAttribute("filter", filter);
        model.addAttribute("count", result.count(filter));
        model.addAttribute("violations", shown);
        model.addAttribute("next", more ? shown.get(shown.size() - 1).number() : null);
        model.addAttribute("first", behind == 0);
        SortedMap<String, SortedMap<String, Long>> units = result.byUnitAndRule();
        model.addAttribute("units", units.keySet());
        model.addAttribute(
                "heat", units.isEmpty() ? null : charts.draw(heat(units, result), "heat", result.language()));
        model.addAttribute("severities", Severity.values());
        model.addAttribute("formats", ReportFormat.values());
        return "result";
    }

    /** Violations by unit and rule. */
    private HeatMap heat(SortedMap<String, SortedMap<String, Long>> units, KeptContent result) {
        Locale locale = result.language().locale();
        List<String> rules = List.copyOf(result.summary().byRule().keySet());
        return new HeatMap(
                texts.getMessage("result.by.unit.and.rule", null, locale),
                texts.getMessage("result.unit", null, locale),
                texts.getMessage("result.rule", null, locale),
                units.keySet().stream()
                        .map(unit -> unit.isEmpty() ? texts.getMessage("result.no.unit", null, locale) : unit)
                        .toList(),
                rules,
                units.values().stream()
                        .map(counts -> rules.stream()
                                .map(rule -> Cell.of(counts.getOrDefault(rule, 0L)))
                                .toList())
                        .toList());
    }

    @GetMapping("/checks/{code}/violations/{number}")
    @Requires(Permission.CHECK)
    String violation(
            @PathVariable String code,
            @PathVariable int number,
            Visitor visitor,
            Model model,
            HttpServletRequest request) {
        Submission submission = find(code, visitor);
        KeptContent result = submissions.result(submission, Preferences.language(request));
        model.addAttribute("submission", submission);
        model.addAttribute("numbered", result.violation(number).orElseThrow(NotThere::new));
        return "violation";
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
        Submission submission = find(code, visitor);
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
        return cases.find(submission, result, subject)
                .map(found -> new CaseTimelineChart(
                        found.timeline(), new Words(found.ruleSet(), zone, language), language, zone));
    }

    @GetMapping("/checks/{code}/report.{ending}")
    @Requires(Permission.CHECK)
    ResponseEntity<StreamingResponseBody> report(
            @PathVariable String code, @PathVariable String ending, Visitor visitor, HttpServletRequest request) {
        ReportFormat format = ReportFormat.named(ending).orElseThrow(NotThere::new);
        Submission submission = find(code, visitor);
        Language language = Preferences.language(request);
        KeptContent result = submissions.result(submission, language);
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, code, Map.of("format", ending)));
        String name = "patuh-" + code.substring(0, 8) + "." + (format == ReportFormat.TEXT ? "txt" : ending);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(to -> format.report().write(result, to));
    }

    private Submission find(String code, Visitor visitor) {
        return submissions
                .find(code, visitor.seen())
                .filter(submission -> submission.state() == State.DONE)
                .orElseThrow(NotThere::new);
    }

    private static Set<Severity> severities(List<String> words) {
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        for (Severity severity : Severity.values()) {
            if (words != null && words.contains(severity.word())) {
                severities.add(severity);
            }
        }
        return severities;
    }
}
