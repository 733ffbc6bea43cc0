package id.patuh.ledger.life;

import java.util.List;

/**
 * Some violations of a scope after its last completed run, of those that were asked for.
 *
 * @param run the run
 * @param violations the heaviest first
 * @param count how many were asked for in all
 * @param further whether there are more behind them
 */
public record LifePage(LifeRun run, List<LifeViolation> violations, long count, boolean further) {

    public LifePage {
        violations = List.copyOf(violations);
    }

    /** The fingerprint that the next page is behind of; null where there is none. */
    public String next() {
        return further ? violations.get(violations.size() - 1).fingerprint() : null;
    }
}
