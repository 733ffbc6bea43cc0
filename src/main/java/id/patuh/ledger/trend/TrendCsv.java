package id.patuh.ledger.trend;

import id.patuh.report.CsvText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts over time as CSV: a row for each scope, period, unit and rule; laid down in {@code src/docs/trends.md}. */
public final class TrendCsv {

    private static final List<String> HEADINGS = List.of(
            "standing.scope",
            "trend.first",
            "trend.last",
            "trend.last-run",
            "run.as-of",
            "trend.unit",
            "trend.rule",
            "trend.open",
            "trend.appeared",
            "trend.reopened",
            "trend.resolved",
            "trend.not-evaluated");
    private static final List<String> NOTHING = List.of("", "", "", "", "", "", "");
    private static final List<String> ZEROS = List.of("", "", "0", "0", "0", "0", "0");

    private final ZoneId zone;
    private final Language language;

    /** @param zone in which moments are shown */
    public TrendCsv(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /** A period without any run has a row without counts; one in which nothing is to be counted, a row of zeros. */
    public String text(List<Trend> trends) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADINGS.stream().map(language::label).toList());
        for (Trend trend : trends) {
            for (TrendPeriod period : trend.periods()) {
                List<String> head = head(trend, period);
                counts(period).map(cells -> joined(head, cells)).forEach(lines::add);
            }
        }
        return CsvText.of(lines);
    }

    private List<String> head(Trend trend, TrendPeriod period) {
        boolean known = period.run() != null;
        return List.of(
                trend.last().scope(),
                period.first().toString(),
                period.last().toString(),
                known ? Long.toString(period.run().number()) : "",
                known ? Moments.toTheSecond(period.run().asOf(), zone) : "");
    }

    private static Stream<List<String>> counts(TrendPeriod period) {
        if (period.counts().isEmpty()) {
            return Stream.of(period.run() == null ? NOTHING : ZEROS);
        }
        return period.counts().stream().map(TrendCsv::cells);
    }

    private static List<String> cells(TrendCount count) {
        Counts counts = count.counts();
        return List.of(
                count.unit() == null ? "" : count.unit(),
                count.rule(),
                Long.toString(counts.open()),
                Long.toString(counts.appeared()),
                Long.toString(counts.reopened()),
                Long.toString(counts.resolved()),
                Long.toString(counts.notEvaluated()));
    }

    private static List<String> joined(List<String> head, List<String> cells) {
        return Stream.concat(head.stream(), cells.stream()).toList();
    }
}
