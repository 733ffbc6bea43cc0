package id.patuh.ledger.trend;

import id.patuh.report.Columns;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts over time, for people. */
public final class TrendReport {

    private static final int PERIODS_BESIDE = 12;
    private static final int NIGHTS_BESIDE = 7;
    private static final int FIRST_COUNT = 3;
    private static final int FIRST_BESIDE = 2;

    private final TrendQuestion question;
    private final Span span;
    private final ZoneId zone;
    private final Language language;
    private final TrendWords words;

    /** @param question what was asked for */
    public TrendReport(TrendQuestion question, Language language) {
        this.question = question;
        this.span = question.span();
        this.zone = question.zone();
        this.language = language;
        this.words = new TrendWords(language);
    }

    /** Of each scope its periods in one table. */
    public String list(List<Trend> trends) {
        if (trends.isEmpty()) {
            return language.label("standing.none") + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (Trend trend : trends) {
            text.append(text.isEmpty() ? "" : "\n");
            periods(text, trend);
        }
        return text.toString();
    }

    /**
     * A scope, also by unit and rule.
     *
     * @param most how many units and rules, those first that have the most open violations at the end
     */
    public String text(Trend trend, int most) {
        StringBuilder text = new StringBuilder();
        periods(text, trend);
        places(text, trend, most);
        return text.toString();
    }

    private void periods(StringBuilder text, Trend trend) {
        line(text, words.scope(trend.last(), zone));
        if (trend.periods().isEmpty()) {
            line(text, words.label(trend.judged() ? "trend.none" : "trend.no-data"));
            return;
        }
        if (!trend.known() && !question.asksForAll()) {
            line(text, words.label("trend.unknown"));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.label("trend.period"),
                words.label("trend.runs"),
                words.label("trend.as-of"),
                words.label("trend.open"),
                words.label("trend.appeared"),
                words.label("trend.reopened"),
                words.label("trend.resolved"),
                words.label("trend.not-evaluated")));
        shown(trend.periods()).forEach((name, period) -> rows.add(row(name, period)));
        Columns.aligned(rows, FIRST_COUNT, rows.get(0).size()).forEach(row -> line(text, row));
    }

    /** By their names; periods without any run that follow each other as one. */
    private Map<String, TrendPeriod> shown(List<TrendPeriod> periods) {
        Map<String, TrendPeriod> shown = new LinkedHashMap<>();
        TrendPeriod firstWithout = null;
        for (int i = 0; i < periods.size(); i++) {
            TrendPeriod period = periods.get(i);
            boolean goesOn = period.run() == null
                    && i + 1 < periods.size()
                    && periods.get(i + 1).run() == null;
            firstWithout = period.run() != null || firstWithout != null ? firstWithout : period;
            if (!goesOn) {
                String name = words.period(span, period.first());
                boolean many = firstWithout != null && firstWithout != period;
                shown.put(many ? words.period(span, firstWithout.first()) + " .. " + name : name, period);
                firstWithout = null;
            }
        }
        return shown;
    }

    private List<String> row(String name, TrendPeriod period) {
        if (period.run() == null) {
            return List.of(name, "0", words.label("trend.no-run"), "-", "-", "-", "-", "-");
        }
        Counts total = period.total();
        return List.of(
                name,
                Integer.toString(period.runs()),
                Moments.toTheMinute(period.run().asOf(), zone),
                Long.toString(total.open()),
                Long.toString(total.appeared()),
                Long.toString(total.reopened()),
                Long.toString(total.resolved()),
                Long.toString(total.notEvaluated()));
    }

    private void places(StringBuilder text, Trend trend, int most) {
        int beside = span == Span.NIGHT ? NIGHTS_BESIDE : PERIODS_BESIDE;
        List<TrendPeriod> last = trend.periods()
                .subList(
                        Math.max(0, trend.periods().size() - beside),
                        trend.periods().size());
        Map<Place, long[]> places = places(last);
        if (places.isEmpty()) {
            return;
        }
        line(text, "");
        line(text, words.text("trend.places", Map.of("count", last.size())));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(words.label("trend.unit"), words.label("trend.rule")));
        last.forEach(period -> head.add(words.period(span, period.first())));
        rows.add(head);
        places.entrySet().stream()
                .sorted(heaviestFirst())
                .limit(most)
                .forEach(each -> rows.add(row(each.getKey(), each.getValue(), last)));
        Columns.aligned(rows, FIRST_BESIDE, head.size()).forEach(row -> line(text, row));
        if (places.size() > most) {
            line(text, words.text("trend.more", Map.of("count", places.size() - most)));
        }
    }

    /** A rule in a unit. */
    private record Place(String unit, String rule) {}

    /** How many were open, period by period. */
    private static Map<Place, long[]> places(List<TrendPeriod> periods) {
        Map<Place, long[]> places = new LinkedHashMap<>();
        for (int i = 0; i < periods.size(); i++) {
            for (TrendCount count : periods.get(i).counts()) {
                places.computeIfAbsent(new Place(count.unit(), count.rule()), place -> new long[periods.size()])[i] =
                        count.counts().open();
            }
        }
        return places;
    }

    private static Comparator<Map.Entry<Place, long[]>> heaviestFirst() {
        return Comparator.comparingLong((Map.Entry<Place, long[]> each) -> -each.getValue()[each.getValue().length - 1])
                .thenComparing(each -> each.getKey().unit(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(each -> each.getKey().rule());
    }

    private List<String> row(Place place, long[] open, List<TrendPeriod> periods) {
        List<String> row = new ArrayList<>();
        row.add(place.unit() == null ? words.label("trend.no-unit") : Printable.of(place.unit()));
        row.add(place.rule());
        for (int i = 0; i < open.length; i++) {
            row.add(periods.get(i).run() == null ? "-" : Long.toString(open[i]));
        }
        return row;
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.of(line).stripTrailing()).append('\n');
    }
}
