package id.patuh.web.unit;

import id.patuh.chart.TrendLines;
import id.patuh.chart.TrendLines.Figures;
import id.patuh.ledger.trend.Counts;
import id.patuh.ledger.trend.Trend;
import id.patuh.ledger.trend.TrendPeriod;
import id.patuh.report.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.context.MessageSource;

/** How many violations there were from period to period, as a picture. */
final class TrendPicture {

    /** More would make no line that anybody can read. */
    private static final int MOST = 36;

    private final MessageSource texts;
    private final Language language;

    TrendPicture(MessageSource texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    /** The last periods of a trend; one without a run is a gap. */
    TrendLines of(Trend trend) {
        List<TrendPeriod> all = trend.periods();
        List<TrendPeriod> last = all.subList(Math.max(0, all.size() - MOST), all.size());
        return new TrendLines(
                text("unit.trend"),
                last.stream().map(TrendPicture::name).toList(),
                List.of(
                        line("unit.trend.open", last, Counts::open),
                        line("unit.trend.appeared", last, counts -> counts.appeared() + counts.reopened()),
                        line("unit.trend.resolved", last, Counts::resolved)),
                null,
                null);
    }

    /** A month, or a day. */
    private static String name(TrendPeriod period) {
        String first = period.first().toString();
        return period.first().equals(period.last()) ? first : first.substring(0, first.lastIndexOf('-'));
    }

    private Figures line(String key, List<TrendPeriod> periods, ToLongFunction<Counts> figure) {
        // Gaps are null, which only some lists take.
        List<BigDecimal> values = new java.util.ArrayList<>();
        periods.forEach(period ->
                values.add(period.run() == null ? null : BigDecimal.valueOf(figure.applyAsLong(period.total()))));
        return new Figures(text(key), values);
    }

    private String text(String key) {
        return texts.getMessage(key, null, language.locale());
    }
}
