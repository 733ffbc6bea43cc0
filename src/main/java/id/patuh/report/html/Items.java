package id.patuh.report.html;

import id.patuh.report.Language;
import id.patuh.report.Place;
import id.patuh.report.ReportContent;
import id.patuh.report.SubjectWords;
import id.patuh.report.WordedViolation;
import id.patuh.violation.Severity;
import java.util.List;

/** What there may be many of, each as an item of a list; the same in the page and in what is unfolded on demand. */
final class Items {

    private final HtmlWords words;
    private final Language language;

    Items(HtmlWords words) {
        this.words = words;
        this.language = words.language();
    }

    void violation(WordedViolation violation, Html html) {
        html.open("li", "class", "item");
        html.open("p", "class", "what");
        severity(violation.severity(), html);
        html.element("strong", violation.rule());
        html.element("span", SubjectWords.of(violation.subject(), language), "class", "where");
        html.close();
        html.element("p", violation.said().message());
        html.open("dl");
        named("expected", violation.said().expected(), html);
        named("actual", violation.said().actual(), html);
        named("basis", violation.said().basis(), html);
        if (!violation.evidence().isEmpty()) {
            List<String> places = violation.evidence().stream()
                    .map(each -> Place.of(each, language))
                    .toList();
            html.element("dt", words.of("evidence"));
            places.forEach(place -> html.element("dd", place, "class", "place"));
        }
        html.element("dt", words.of("fingerprint"));
        html.element("dd", violation.fingerprint(), "class", "code");
        html.close().close();
    }

    void lack(ReportContent.Lack lack, Html html) {
        html.open("li", "class", "item");
        html.open("p", "class", "what").element("strong", lack.rule());
        html.element("span", lack.said().subject(), "class", "where").close();
        html.element("p", lack.said().reason()).close();
    }

    void rejection(ReportContent.Rejection rejection, Html html) {
        html.open("li", "class", "item");
        html.element("p", Place.of(rejection, language), "class", "what place");
        html.element("p", rejection.reason()).close();
    }

    /** A word with a mark of its own shape, so that colour says nothing alone. */
    void severity(Severity severity, Html html) {
        html.element("span", label(severity), "class", "severity " + severity.word());
    }

    String label(Severity severity) {
        return language.label("severity." + severity.word());
    }

    private void named(String key, String value, Html html) {
        if (value != null) {
            html.element("dt", words.of(key)).element("dd", value);
        }
    }
}
