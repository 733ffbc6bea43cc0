package id.patuh.report.html;

import id.patuh.check.Grade;
import id.patuh.report.Language;
import id.patuh.report.Numbers;
import id.patuh.report.ReportContent;
import id.patuh.report.WordedGrade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scores of surveys with their unsur, and which of these to follow up first. */
final class SurveySections {

    private final ReportContent content;
    private final HtmlWords words;
    private final Language language;
    private final Html html;

    SurveySections(ReportContent content, HtmlWords words, Html html) {
        this.content = content;
        this.words = words;
        this.language = words.language();
        this.html = html;
    }

    void write() {
        grades();
        priorities();
    }

    private void grades() {
        if (content.grades().isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "grades");
        html.element("h2", words.of("grades"), "id", "grades");
        content.grades().forEach(this::grade);
        html.close();
    }

    private void grade(WordedGrade worded) {
        html.open("article", "class", "survey");
        html.element("h3", worded.graded());
        html.element("p", worded.inWords(language));
        if (!worded.grade().elements().isEmpty()) {
            html.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", worded.graded());
            html.open("table");
            headings("unsur", "mean", "index", "grade");
            html.open("tbody");
            worded.grade().elements().forEach(this::element);
            html.close().close().close();
        }
        html.close();
    }

    private void headings(String... keys) {
        html.open("thead").open("tr");
        for (String key : keys) {
            html.element("th", words.of(key), "scope", "col");
        }
        html.close().close();
    }

    private void element(Grade.Element element) {
        html.open("tr").element("th", element.code() + " " + element.name(), "scope", "row");
        html.element("td", number(element.mean()), "class", "number");
        html.element("td", number(element.index()), "class", "number");
        html.element("td", Objects.requireNonNullElse(element.grade(), "-")).close();
    }

    private String number(BigDecimal number) {
        return number == null ? "-" : Numbers.of(number, language);
    }

    private void priorities() {
        List<ReportContent.RankedUnsur> priorities = content.priorities();
        if (priorities.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "priorities");
        html.element("h2", words.of("priorities"), "id", "priorities");
        String last = null;
        for (ReportContent.RankedUnsur priority : priorities) {
            String of = Stream.of(priority.survey(), priority.unit(), priority.service())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" - "));
            if (!of.equals(last)) {
                if (last != null) {
                    html.close();
                }
                html.element("h3", of).open("ul");
                last = of;
            }
            priority(priority);
        }
        html.close().close();
    }

    private void priority(ReportContent.RankedUnsur priority) {
        html.open("li");
        html.element(
                "p",
                priority.rank() + ". " + priority.code() + " " + priority.name() + " " + number(priority.mean())
                        + (priority.tied() ? " (" + language.label("tied") + ")" : ""));
        if (!priority.reasons().isEmpty()) {
            html.open("ul");
            priority.reasons().forEach(reason -> html.element("li", reason));
            html.close();
        }
        html.close();
    }
}
