package id.patuh.report.html;

import id.patuh.report.Language;
import id.patuh.report.Numbers;
import id.patuh.report.ReportContent;
import id.patuh.report.ResultWords;
import id.patuh.violation.Severity;
import java.util.List;

/** The verdict, how much was checked, how many violations of each severity, and the files that were read. */
final class SummarySections {

    private final ReportContent content;
    private final ReportContent.Summary summary;
    private final HtmlWords words;
    private final Items items;
    private final Html html;

    SummarySections(ReportContent content, HtmlWords words, Items items, Html html) {
        this.content = content;
        this.summary = content.summary();
        this.words = words;
        this.items = items;
        this.html = html;
    }

    void verdict() {
        ResultWords whole = new ResultWords(content);
        html.open("section", "aria-labelledby", "summary");
        html.element("h2", words.of("summary"), "id", "summary");
        List<String> verdict = whole.verdict();
        for (int i = 0; i < verdict.size(); i++) {
            String word = i == 0 ? summary.verdict().word() : "incomplete";
            html.element("p", verdict.get(i), "class", "verdict " + word);
        }
        html.element("p", whole.checked());
        html.open("ul", "class", "figures");
        for (Severity severity : Severity.values()) {
            html.open("li").open("a", "href", "#violations", "data-severity", severity.word());
            items.severity(severity, html);
            html.element("span", Long.toString(summary.bySeverity().get(severity)), "class", "figure");
            html.close().close();
        }
        html.close().close();
    }

    void inputs() {
        if (content.inputs().isEmpty() && content.skipped().isEmpty()) {
            return;
        }
        Language language = words.language();
        html.open("section", "aria-labelledby", "inputs");
        html.element("h2", words.of("inputs"), "id", "inputs");
        html.open("ul", "class", "inputs");
        for (ReportContent.Input input : content.inputs()) {
            html.open("li").element("strong", input.path());
            html.element("p", describe(input, language));
            input.notes().forEach(note -> html.element("p", note));
            if (input.sha256() != null) {
                html.element("p", "SHA-256 " + input.sha256(), "class", "code");
            }
            html.close();
        }
        html.close();
        if (!content.skipped().isEmpty()) {
            html.element("p", language.label("skipped") + " " + String.join(", ", content.skipped()));
        }
        html.close();
    }

    private static String describe(ReportContent.Input input, Language language) {
        String kind = input.kind() == null
                ? "?"
                : language.label("kind." + input.kind().word());
        String rows = Numbers.counted("rows", input.rows(), language);
        return kind + ", " + rows
                + (input.rejected() > 0 ? ", " + input.rejected() + " " + language.label("rejected.count") : "");
    }
}
