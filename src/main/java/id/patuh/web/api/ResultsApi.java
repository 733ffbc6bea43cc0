package id.patuh.web.api;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.report.JsonParts;
import id.patuh.report.Version;
import id.patuh.report.format.ReportFormat;
import id.patuh.rulebook.Sha256;
import id.patuh.submission.KeptContent;
import id.patuh.submission.KeptContent.Numbered;
import id.patuh.submission.ViolationFilter;
import id.patuh.violation.Severity;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.limit.Downloads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What checks found of files that were handed in. */
@RestController
class ResultsApi {

    private static final String PATH = ChecksApi.PATH + "/{code}";

    private final Checks checks;
    private final AuditTrail trail;
    private final Downloads downloads;

    ResultsApi(Checks checks, AuditTrail trail, Downloads downloads) {
        this.checks = checks;
        this.trail = trail;
        this.downloads = downloads;
    }

    /** @param after the number of the last violation of the page before */
    @GetMapping(path = PATH + "/violations", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.CHECK)
    ResponseEntity<byte[]> violations(
            @PathVariable String code,
            @RequestParam(required = false) List<String> severity,
            @RequestParam(required = false) String rule,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String sop,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String after,
            Visitor visitor,
            HttpServletRequest request) {
        Given given = new Given();
        Set<Severity> severities = given.words("severity", severity, Severity.values(), Severity::word);
        int most = given.limit(limit);
        int behind = given.number("after", after, 0, 0, Integer.MAX_VALUE);
        given.check();
        ViolationFilter filter = new ViolationFilter(severities, rule, unit, sop, text);
        KeptContent result = checks.result(checks.find(code, visitor), ApiLanguage.of(request));
        List<Numbered> found = result.violations(filter, behind, most + 1);
        boolean more = found.size() > most;
        List<Numbered> shown = more ? found.subList(0, most) : found;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("check", code);
        document.put("count", result.count(filter));
        document.put(
                "violations",
                shown.stream().map(each -> JsonParts.of(each.violation())).toList());
        document.put("next", Answers.next(more ? "" + shown.get(most - 1).number() : null, request));
        return Answers.json(document, request);
    }

    @GetMapping(path = PATH + "/surveys", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.CHECK)
    ResponseEntity<byte[]> surveys(@PathVariable String code, Visitor visitor, HttpServletRequest request) {
        KeptContent result = checks.result(checks.find(code, visitor), ApiLanguage.of(request));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("check", code);
        document.put("grades", result.grades().stream().map(JsonParts::of).toList());
        document.put(
                "priorities", result.priorities().stream().map(JsonParts::of).toList());
        return Answers.json(document, request);
    }

    /** The bytes that the command line writes, too. */
    @GetMapping(PATH + "/report")
    @Requires(Permission.CHECK)
    void report(
            @PathVariable String code,
            @RequestParam(required = false) String format,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            WebRequest asked)
            throws IOException {
        Given given = new Given();
        ReportFormat named = given.word("format", format, ReportFormat.values(), ReportFormat::word);
        given.check();
        ReportFormat form = named == null ? ReportFormat.JSON : named;
        KeptContent result = checks.result(checks.find(code, visitor), ApiLanguage.of(request));
        String tag = tag(code, form, result);
        if (asked.checkNotModified(tag)) {
            return;
        }
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, code, Map.of("format", form.word())));
        Answers.headed(ResponseEntity.ok(), request)
                .eTag(tag)
                .build()
                .getHeaders()
                .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        downloads.send(form, result, "patuh-" + code.substring(0, 8), response);
    }

    /** A result never changes, nor does what this version of the program makes of it. */
    private static String tag(String code, ReportFormat form, KeptContent result) {
        String all = String.join(" ", code, form.word(), result.language().code(), Version.current());
        return Answers.tag(Sha256.of(all.getBytes(StandardCharsets.UTF_8)));
    }
}
