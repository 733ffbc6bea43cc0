package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import id.patuh.report.CsvText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Numbers;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Surveys over time as CSV: a row for each survey, then one for each of its unsur; laid down in {@code src/docs/trends.md}.
 */
public final class SurveyTrendCsv {

    private static final List<String> HEADINGS = List.of(
            "standing.scope",
            "trend.unit",
            "trend.service",
            "trend.part",
            "trend.regulation",
            "trend.survey",
            "trend.first",
            "trend.last",
            "trend.run",
            "run.as-of",
            "trend.told",
            "respondents",
            "trend.unsur",
            "trend.unsur-name",
            "trend.mean",
            "trend.index",
            "grade",
            "trend.note");

    private final ZoneId zone;
    private final Language language;

    /** @param zone in which moments are shown */
    public SurveyTrendCsv(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /** Scope by scope. */
    public String text(List<SurveyTrend> trends) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADINGS.stream().map(language::label).toList());
        for (SurveyTrend trend : trends) {
            for (SurveySeries series : trend.series()) {
                List<SurveySeries.Part> parts = series.parts();
                for (int i = 0; i < parts.size(); i++) {
                    List<String> head = List.of(
                            trend.last().scope(),
                            shown(series.unit()),
                            series.together() ? language.label("trend.together") : shown(series.service()),
                            Integer.toString(i + 1),
                            shown(parts.get(i).regulation()));
                    parts.get(i).surveys().forEach(line -> add(lines, head, line));
                }
            }
        }
        return CsvText.of(lines);
    }

    private void add(List<List<String>> lines, List<String> head, SurveyLine line) {
        line.earlier().forEach(before -> add(lines, head, before, "trend.told.earlier"));
        add(lines, head, line.told(), line.withdrawn() == null ? "trend.told.last" : "trend.told.withdrawn");
    }

    private void add(List<List<String>> lines, List<String> head, ToldGrade told, String kind) {
        Grade grade = told.grade();
        List<String> of = Stream.concat(
                        head.stream(),
                        Stream.of(
                                shown(grade.survey()),
                                grade.period() == null
                                        ? ""
                                        : grade.period().start().toString(),
                                grade.period() == null
                                        ? ""
                                        : grade.period().end().toString(),
                                Long.toString(told.run()),
                                Moments.toTheSecond(told.asOf(), zone),
                                language.label(kind),
                                shown(grade.respondents())))
                .toList();
        lines.add(joined(
                of, "", "IKM", "", number(grade.ikm()), shown(grade.grade()), new TrendWords(language).note(told)));
        for (Grade.Element element : grade.elements()) {
            lines.add(joined(
                    of,
                    element.code(),
                    element.name(),
                    number(element.mean()),
                    number(element.index()),
                    shown(element.grade()),
                    ""));
        }
    }

    private static List<String> joined(List<String> of, String... cells) {
        return Stream.concat(of.stream(), Stream.of(cells)).toList();
    }

    private String number(BigDecimal number) {
        return number == null ? "" : Numbers.of(number, language);
    }

    private static String shown(Object value) {
        return Objects.toString(value, "");
    }
}
