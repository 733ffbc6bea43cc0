package id.patuh.report.html;

import id.patuh.chart.Chart;
import id.patuh.chart.ChartWords;
import id.patuh.chart.Frame;
import id.patuh.chart.Picture;
import id.patuh.check.Grade;
import id.patuh.report.Language;
import id.patuh.report.Numbers;
import id.patuh.report.ReportContent;
import id.patuh.report.ReportContent.RankedUnsur;
import id.patuh.report.SurveyCharts;
import id.patuh.report.WordedGrade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Scores of surveys with their unsur, and which of these to follow up first. */
final class SurveySections {

    /** A page of thousands of surveys would be pictures for the most part. */
    private static final int MOST_DRAWN = 200;

    private static final int DIAL_WIDTH = 320;
    private static final int BARS_WIDTH = 560;

    private final ReportContent content;
    private final HtmlWords words;
    private final Language language;
    private final Html html;
    private final ChartWords chartWords;
    private final Map<String, Map<String, Integer>> ranksBySurvey;

    SurveySections(ReportContent content, HtmlWords words, Html html) {
        this.content = content;
        this.words = words;
        this.language = words.language();
        this.html = html;
        this.chartWords = new ChartWords(language.texts(ChartWords.BUNDLE), language.locale());
        this.ranksBySurvey = content.priorities().stream()
                .collect(Collectors.groupingBy(
                        RankedUnsur::graded, Collectors.collectingAndThen(Collectors.toList(), SurveyCharts::ranks)));
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
        List<WordedGrade> grades = content.grades();
        for (int i = 0; i < grades.size(); i++) {
            grade(grades.get(i), i + 1);
        }
        if (grades.size() > MOST_DRAWN) {
            html.element("p", words.counted("grades.drawn", MOST_DRAWN));
        }
        html.close();
    }

    private void grade(WordedGrade worded, int number) {
        html.open("article", "class", "survey");
        html.element("h3", worded.graded());
        html.element("p", worded.inWords(language));
        if (number <= MOST_DRAWN) {
            pictures(worded, "survey" + number);
        }
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

    /** What the pictures show stands in words and in the table beside them. */
    private void pictures(WordedGrade worded, String name) {
        html.open("div", "class", "pictures");
        draw(SurveyCharts.dial(worded), name + "-dial", DIAL_WIDTH);
        if (!worded.grade().elements().isEmpty()) {
            Map<String, Integer> ranks = ranksBySurvey.getOrDefault(worded.graded(), Map.of());
            draw(SurveyCharts.bars(worded.graded(), worded.grade(), ranks), name + "-unsur", BARS_WIDTH);
        }
        html.close();
    }

    private void draw(Chart chart, String name, int width) {
        Picture picture = chart.draw(new Frame(width, name, chartWords));
        html.open("div", "class", "chart-box", "tabindex", "0", "role", "group", "aria-label", picture.title());
        html.picture(picture).close();
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
        List<RankedUnsur> priorities = content.priorities();
        if (priorities.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "priorities");
        html.element("h2", words.of("priorities"), "id", "priorities");
        String last = null;
        for (RankedUnsur priority : priorities) {
            String of = priority.graded();
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

    private void priority(RankedUnsur priority) {
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
