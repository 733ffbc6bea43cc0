package id.patuh.ledger.trend;

import id.patuh.ledger.life.LifeRun;
import java.time.LocalDate;
import java.util.List;

/**
 * How the violations of a scope stood in a period.
 *
 * @param first its first day
 * @param last its last day
 * @param run the last run that was completed in it; null where none was, so that nobody knows
 * @param runs how many were completed in it
 * @param counts by unit and rule, in order, where there is anything to count
 */
public record TrendPeriod(LocalDate first, LocalDate last, LifeRun run, int runs, List<TrendCount> counts) {

    public TrendPeriod {
        counts = List.copyOf(counts);
    }

    /** All units and rules together. */
    public Counts total() {
        return counts.stream().map(TrendCount::counts).reduce(Counts.NONE, Counts::plus);
    }
}
