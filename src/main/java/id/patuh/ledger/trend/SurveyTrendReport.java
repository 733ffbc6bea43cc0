package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import id.patuh.report.Columns;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Numbers;
import id.patuh.report.Printable;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Surveys over time, for people: a table for each unit, service and regulation. */
public final class SurveyTrendReport {

    private static final int FIRST_NUMBER = 2;

    private final ZoneId zone;
    private final Language language;
    private final TrendWords words;

    /** @param zone in which moments are shown */
    public SurveyTrendReport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
        this.words = new TrendWords(language);
    }

    /** Scope by scope. */
    public String text(List<SurveyTrend> trends) {
        if (trends.isEmpty()) {
            return language.label("standing.none") + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (SurveyTrend trend : trends) {
            text.append(text.isEmpty() ? "" : "\n");
            show(text, trend);
        }
        return text.toString();
    }

    private void show(StringBuilder text, SurveyTrend trend) {
        line(text, words.scope(trend.last(), zone));
        if (trend.series().isEmpty()) {
            line(text, words.label("trend.surveys.none"));
        }
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        for (SurveySeries series : trend.series()) {
            line(text, "");
            line(text, title(series));
            List<SurveySeries.Part> parts = series.parts();
            for (int i = 0; i < parts.size(); i++) {
                if (i > 0) {
                    line(text, "");
                    line(text, "  " + words.label("trend.other-regulation"));
                }
                show(text, parts.get(i));
                note(names, parts.get(i));
            }
        }
        names.forEach((regulation, unsur) -> legend(text, regulation, unsur));
    }

    private String title(SurveySeries series) {
        String whole = Stream.of(series.unit(), series.service())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        String title = whole.isEmpty() ? words.label("trend.no-unit") : whole;
        return series.together() ? title + " (" + words.label("trend.together") + ")" : title;
    }

    private void show(StringBuilder text, SurveySeries.Part part) {
        line(text, "  " + regulation(part.regulation()));
        List<String> codes = codes(part);
        int decimals = decimals(part);
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(
                "  " + words.label("trend.period"),
                words.label("trend.survey"),
                words.label("respondents"),
                "IKM",
                words.label("grade")));
        head.addAll(codes);
        head.add("");
        rows.add(head);
        for (SurveyLine each : part.surveys()) {
            rows.add(row(period(each), each.told(), withdrawal(each), codes, decimals));
            for (ToldGrade before : each.earlier()) {
                rows.add(row("  " + told(before), before, "", codes, decimals));
            }
        }
        Columns.aligned(rows, FIRST_NUMBER, head.size() - 1).forEach(row -> line(text, row));
    }

    private String regulation(String id) {
        return id == null ? words.label("trend.no-regulation") : id;
    }

    private static List<String> codes(SurveySeries.Part part) {
        return part.surveys().stream()
                .flatMap(each -> each.grade().elements().stream())
                .map(Grade.Element::code)
                .distinct()
                .toList();
    }

    /** So many that each mean can be told, and all stand below each other. */
    private static int decimals(SurveySeries.Part part) {
        return part.surveys().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.told()), each.earlier().stream()))
                .flatMap(told -> told.grade().elements().stream())
                .mapToInt(element -> element.mean().scale())
                .max()
                .orElse(0);
    }

    private static void note(Map<String, Map<String, String>> names, SurveySeries.Part part) {
        if (part.regulation() != null) {
            Map<String, String> unsur = names.computeIfAbsent(part.regulation(), id -> new LinkedHashMap<>());
            part.surveys().forEach(each -> each.grade().elements().forEach(e -> unsur.put(e.code(), e.name())));
        }
    }

    private static String period(SurveyLine each) {
        return each.period() == null ? "-" : each.period().toString();
    }

    private String told(ToldGrade before) {
        return words.text(
                "trend.revision", Map.of("run", before.run(), "asOf", Moments.toTheMinute(before.asOf(), zone)));
    }

    private String withdrawal(SurveyLine each) {
        return each.withdrawn() == null ? "" : words.text("trend.withdrawn", Map.of("run", each.withdrawn()));
    }

    private List<String> row(String period, ToldGrade told, String note, List<String> codes, int decimals) {
        Grade grade = told.grade();
        Map<String, Grade.Element> elements = new TreeMap<>();
        grade.elements().forEach(element -> elements.put(element.code(), element));
        List<String> row = new ArrayList<>(List.of(
                "  " + period,
                grade.survey() == null ? "-" : Printable.of(grade.survey()),
                grade.respondents() == null ? "-" : grade.respondents().toString(),
                number(grade.ikm()),
                grade.grade() == null ? "-" : grade.grade()));
        codes.forEach(code -> row.add(
                elements.containsKey(code) ? number(elements.get(code).mean().setScale(decimals)) : "-"));
        row.add(Stream.of(words.note(told), note)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; ")));
        return row;
    }

    private String number(BigDecimal number) {
        return number == null ? "-" : Numbers.of(number, language);
    }

    private void legend(StringBuilder text, String regulation, Map<String, String> unsur) {
        if (!unsur.isEmpty()) {
            line(text, "");
            line(
                    text,
                    regulation + ": "
                            + unsur.entrySet().stream()
                                    .map(each -> each.getKey() + " " + each.getValue())
                                    .collect(Collectors.joining("; ")));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.of(line).stripTrailing()).append('\n');
    }
}
