package id.patuh.web.check;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.chart.HeatMap;
import id.patuh.chart.HeatMap.Cell;
import id.patuh.report.format.ReportFormat;
import id.patuh.submission.KeptContent;
import id.patuh.submission.KeptContent.Numbered;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.submission.ViolationFilter;
import id.patuh.violation.Severity;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Charts;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.limit.Downloads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a check of files found that were handed in. */
@Controller
class ResultController {

    private static final int PAGE = 20;

    private final Submissions submissions;
    private final DoneChecks done;
    private final Charts charts;
    private final MessageSource texts;
    private final AuditTrail trail;
    private final Downloads downloads;

    ResultController(
            Submissions submissions,
            DoneChecks done,
            Charts charts,
            MessageSource texts,
            AuditTrail trail,
            Downloads downloads) {
        this.submissions = submissions;
        this.done = done;
        this.charts = charts;
        this.texts = texts;
        this.trail = trail;
        this.downloads = downloads;
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
        Submission submission = done.find(code, visitor);
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
        SortedMap<String, SortedMap<String, Long>> units = result.groups().byUnitAndRule();
        model.addAttribute("units", units.keySet());
        model.addAttribute("moreUnits", result.groups().units() > units.size() ? units.size() : null);
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

    @GetMapping("/checks/{code}/report.{ending}")
    @Requires(Permission.CHECK)
    void report(
            @PathVariable String code,
            @PathVariable String ending,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ReportFormat format = ReportFormat.named(ending).orElseThrow(NotThere::new);
        Submission submission = done.find(code, visitor);
        KeptContent result = submissions.result(submission, Preferences.language(request));
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, code, Map.of("format", ending)));
        downloads.send(format, result, "patuh-" + code.substring(0, 8), response);
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
