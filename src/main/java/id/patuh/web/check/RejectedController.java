package id.patuh.web.check;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.report.CsvText;
import id.patuh.report.ReportContent.Rejection;
import id.patuh.submission.KeptContent;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.limit.Downloads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All rows of a check that could not be read. */
@Controller
class RejectedController {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final Submissions submissions;
    private final DoneChecks done;
    private final MessageSource texts;
    private final AuditTrail trail;
    private final Downloads downloads;

    RejectedController(
            Submissions submissions, DoneChecks done, MessageSource texts, AuditTrail trail, Downloads downloads) {
        this.submissions = submissions;
        this.done = done;
        this.texts = texts;
        this.trail = trail;
        this.downloads = downloads;
    }

    /** @param page from 1 */
    @GetMapping("/checks/{code}/rejected")
    @Requires(Permission.CHECK)
    String show(
            @PathVariable String code,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor,
            Model model,
            HttpServletRequest request) {
        Submission submission = done.find(code, visitor);
        KeptContent result = submissions.result(submission, Preferences.language(request));
        int pages = result.rejectedPages();
        if (page < 1 || page > Math.max(1, pages)) {
            throw new NotThere();
        }
        model.addAttribute("submission", submission);
        model.addAttribute("rows", result.rejectedOn(page));
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        return "rejected";
    }

    @GetMapping("/checks/{code}/rejected.csv")
    @Requires(Permission.CHECK)
    void download(@PathVariable String code, Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Submission submission = done.find(code, visitor);
        KeptContent result = submissions.result(submission, Preferences.language(request));
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, code, Map.of("file", "rejected.csv")));
        Locale locale = result.language().locale();
        String name = "patuh-" + code.substring(0, 8) + "-ditolak.csv";
        downloads.send(to -> write(result, headings(locale), to), CSV, name, response);
    }

    private List<String> headings(Locale locale) {
        return Stream.of(
                        "result.file",
                        "rejected.sheet",
                        "rejected.row",
                        "rejected.column",
                        "result.value",
                        "result.reason")
                .map(key -> texts.getMessage(key, null, locale))
                .toList();
    }

    private static void write(KeptContent result, List<String> headings, OutputStream to) throws IOException {
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvText csv = new CsvText(text);
        csv.add(headings);
        for (Rejection row : result.rejected()) {
            csv.add(Stream.of(row.path(), row.sheet(), row.row(), row.column(), row.value(), row.reason())
                    .map(cell -> Objects.toString(cell, ""))
                    .toList());
        }
        csv.flush();
        text.flush();
    }
}
