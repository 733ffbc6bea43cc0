package id.patuh.report.sheet;

import id.patuh.report.Language;
import id.patuh.report.ReportContent;
import id.patuh.report.ResultWords;
import java.time.LocalDateTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** The sheet in front: what was checked, by what, and what it came to. */
final class SummarySheet {

    private static final int[] WIDTHS = {34, 30, 12, 12, 68, 60};

    private final ReportBook book;
    private final ReportContent content;
    private final Language language;
    private final SheetWords words;
    private final Sheet sheet;
    private int next;

    SummarySheet(ReportBook book, ReportContent content) {
        this.book = book;
        this.content = content;
        this.language = content.language();
        this.words = new SheetWords(language);
        this.sheet = book.sheet(words.of("sheet.summary"));
        for (int i = 0; i < WIDTHS.length; i++) {
            book.width(sheet, i, WIDTHS[i]);
        }
    }

    void write() {
        ReportContent.Head head = content.head();
        line(book.styles().title, String.join("; ", new ResultWords(content).verdict()));
        next++;
        named("matter", words.of("matter." + head.matter().name().toLowerCase(Locale.ROOT)));
        named("program", "patuh " + head.program());
        named("as-of", LocalDateTime.ofInstant(head.asOf(), head.zone()));
        named("zone", head.zone().getId());
        named("rule-set", head.ruleSet().name() + " " + head.ruleSet().version());
        named("rule-set.sha256", head.ruleSet().sha256());
        counts();
        severities();
        rules();
        inputs();
    }

    private void counts() {
        ReportContent.Summary summary = content.summary();
        heading("checked");
        named("cases", summary.cases());
        named("activities", summary.activities());
        named("surveys", summary.surveys());
        named("follow-ups", summary.followUps());
        if (summary.definitions() > 0) {
            named("definitions", summary.definitions());
        }
    }

    private void severities() {
        heading("violations");
        content.summary().bySeverity().forEach((severity, count) -> {
            Row row = sheet.createRow(next++);
            book.put(row, 0, language.label("severity." + severity.word()), book.of(severity));
            book.put(row, 1, count);
        });
        named("all", content.summary().violations());
    }

    private void rules() {
        if (content.summary().byRule().isEmpty()) {
            return;
        }
        heading("by-rule");
        content.summary().byRule().forEach((rule, count) -> line(book.styles().text, rule, count));
    }

    private void inputs() {
        if (!content.inputs().isEmpty()) {
            next++;
            line(
                    book.styles().heading,
                    words.of("column.path"),
                    words.of("column.kind"),
                    words.of("column.rows"),
                    words.of("column.rejected"),
                    "SHA-256",
                    words.of("column.notes"));
        }
        for (ReportContent.Input input : content.inputs()) {
            line(
                    book.styles().text,
                    input.path(),
                    input.kind() == null
                            ? "?"
                            : language.label("kind." + input.kind().word()),
                    input.rows(),
                    input.rejected(),
                    input.sha256(),
                    input.notes().isEmpty() ? null : String.join("\n", input.notes()));
        }
        if (!content.skipped().isEmpty()) {
            heading("skipped");
            content.skipped().forEach(path -> line(book.styles().text, path));
        }
    }

    private void heading(String key) {
        next++;
        line(book.styles().heading, words.of("summary." + key), "");
    }

    private void named(String key, Object value) {
        Row row = sheet.createRow(next++);
        book.put(row, 0, words.of("summary." + key), book.styles().label);
        book.put(row, 1, value);
        book.fit(row, sheet);
    }

    private void line(CellStyle style, Object... cells) {
        Row row = sheet.createRow(next++);
        for (int i = 0; i < cells.length; i++) {
            book.put(row, i, cells[i], style);
        }
        book.fit(row, sheet);
    }
}
