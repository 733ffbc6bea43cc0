package id.patuh.report.html;

import id.patuh.report.Language;
import id.patuh.report.ReportContent;
import id.patuh.report.ResultWords;
import id.patuh.report.TextualReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result as one page that holds everything, for any number of violations: totals, groups and samples stand in it, the rest
 * is packed and shown on demand by a script of its own. It asks no other computer for anything, which its policy forbids
 * besides. The content is gone through twice.
 */
public final class HtmlReport implements TextualReport {

    @Override
    public void write(ReportContent content, Writer to) throws IOException {
        try {
            new Page(content, new Html(to)).write();
            to.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Page {

        private final ReportContent content;
        private final Html html;
        private final HtmlWords words;
        private final ResultWords whole;

        Page(ReportContent content, Html html) {
            this.content = content;
            this.html = html;
            this.words = new HtmlWords(content.language());
            this.whole = new ResultWords(content);
        }

        void write() {
            Language language = content.language();
            html.doctype().open("html", "lang", language.code());
            head();
            html.open("body");
            html.element("a", words.of("skip"), "class", "skip", "href", "#content");
            html.open("header");
            html.element("h1", whole.matter());
            html.element("p", whole.ruleSet());
            html.close();
            contents();
            html.open("main", "id", "content");
            sections();
            html.close();
            html.open("footer").element("p", words.of("footer")).close();
            html.open("script").own(Asset.SCRIPT.content()).close();
            html.close().close();
        }

        /** Links to the sections that there are. */
        private void contents() {
            Map<String, Boolean> sections = new LinkedHashMap<>();
            sections.put("by.rule", content.summary().violations() > 0);
            sections.put("samples", content.summary().violations() > 0);
            sections.put("grades", !content.grades().isEmpty());
            sections.put("priorities", !content.priorities().isEmpty());
            sections.put("violations", true);
            sections.put("not-evaluated", true);
            sections.put("rejected", true);
            sections.put("inputs", !content.inputs().isEmpty());
            html.open("nav", "aria-label", words.of("contents")).open("ul");
            sections.forEach((section, there) -> {
                if (there) {
                    html.open("li").element("a", words.of(section), "href", "#" + section.replace('.', '-'));
                    html.close();
                }
            });
            html.close().close();
        }

        private void head() {
            html.open("head").open("meta", "charset", "utf-8");
            html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy());
            html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
            html.open("meta", "name", "color-scheme", "content", "light dark");
            html.open("meta", "name", "referrer", "content", "no-referrer");
            html.element("title", whole.matter());
            html.open("style").own(Asset.STYLE.content()).close();
            html.close();
        }

        private static String policy() {
            return String.join(
                    "; ",
                    List.of(
                            "default-src 'none'",
                            "script-src " + Asset.SCRIPT.hash(),
                            "style-src " + Asset.STYLE.hash(),
                            "base-uri 'none'",
                            "form-action 'none'"));
        }

        private void sections() {
            Tally tally = Tally.of(content);
            Items items = new Items(words);
            SummarySections summary = new SummarySections(content, words, items, html);
            summary.verdict();
            new GroupSections(tally, words, items, html).write();
            new SurveySections(content, words, html).write();
            new ListSections(content, words, items, html).write();
            summary.inputs();
        }
    }
}
