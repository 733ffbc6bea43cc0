package id.patuh.ledger.trend;

import id.patuh.ledger.life.Change;

/**
 * How often a run changed violations of a rule in a unit in the same way.
 *
 * @param run number of the run
 * @param unit as the latest findings spell it; null for violations that have none
 * @param lacked whether they could not be evaluated before
 */
record RuleChange(long run, String unit, String rule, Change change, boolean lacked, long times) {

    /** What it adds to the counts. */
    Counts counts() {
        return switch (change) {
            case NEW -> new Counts(times, times, 0, 0, 0);
            case REOPENED -> new Counts(times, 0, times, 0, 0);
            case RESOLVED -> new Counts(-times, 0, 0, times, lacked ? -times : 0);
            case NOT_EVALUATED -> new Counts(0, 0, 0, 0, times);
            case EVALUATED -> new Counts(0, 0, 0, 0, -times);
            case SEVERITY -> Counts.NONE;
        };
    }
}
