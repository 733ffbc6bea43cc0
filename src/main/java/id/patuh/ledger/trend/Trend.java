package id.patuh.ledger.trend;

import id.patuh.ledger.life.LifeRun;
import java.util.List;

/**
 * The counts of a scope over time.
 *
 * @param last the last completed run that was looked at
 * @param periods from the one with the first run that judged anything to the one with its last run, without gaps
 * @param judged whether any run judged anything; else there never were data
 * @param known whether any violation of those asked for was ever found
 */
public record Trend(LifeRun last, List<TrendPeriod> periods, boolean judged, boolean known) {

    public Trend {
        periods = List.copyOf(periods);
    }
}
