package id.patuh.ledger.trend;

import id.patuh.ledger.life.LifeRun;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Template;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that all reports of trends share. */
final class TrendWords {

    private static final int YEAR = 4;
    private static final int MONTH = 7;

    private final Language language;

    TrendWords(Language language) {
        this.language = language;
    }

    /** Which scope it is, and up to when it is known. */
    String scope(LifeRun last, ZoneId zone) {
        return text(
                "trend.scope",
                Map.of(
                        "scope", last.scope(),
                        "run", last.number(),
                        "asOf", Moments.toTheMinute(last.asOf(), zone),
                        "zone", zone.getId()));
    }

    /** How surveys were taken together, and why there is no grade; empty where there is nothing to say. */
    String note(ToldGrade told) {
        String method = told.grade().aggregation();
        return Stream.of(
                        method == null ? null : label("aggregation." + method),
                        told.text().reason(language))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    /** How a period is called. */
    String period(Span span, LocalDate first) {
        String day = first.toString();
        return switch (span) {
            case NIGHT -> day;
            case MONTH -> day.substring(0, MONTH);
            case QUARTER ->
                text(
                        "trend.quarter",
                        Map.of("year", day.substring(0, YEAR), "quarter", first.get(IsoFields.QUARTER_OF_YEAR)));
            case YEAR -> day.substring(0, YEAR);
        };
    }

    String label(String key) {
        return language.label(key);
    }

    String text(String key, Map<String, Object> values) {
        return Template.fill(label(key), name -> String.valueOf(values.get(name)));
    }
}
