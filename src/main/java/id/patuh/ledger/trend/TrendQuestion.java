package id.patuh.ledger.trend;

import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which counts are wanted.
 *
 * @param span how long periods are
 * @param zone whose days the moments of runs are on
 * @param from a day of the first period; null for all
 * @param until a day of the last period; null for all
 * @param unit only this one, however it is spelled; null for all
 * @param rule only this one; null for all
 */
public record TrendQuestion(Span span, ZoneId zone, LocalDate from, LocalDate until, String unit, String rule) {

    /** Whether all units and rules are wanted. */
    boolean asksForAll() {
        return unit == null && rule == null;
    }

    boolean asksFor(TrendPeriod period) {
        return (from == null || !period.last().isBefore(from))
                && (until == null || !period.first().isAfter(until));
    }

    boolean asksFor(String ofUnit, String ofRule) {
        return (unit == null || Wording.normalise(unit).equals(Wording.normalise(ofUnit)))
                && (rule == null || rule.equals(ofRule));
    }
}
