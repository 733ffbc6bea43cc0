package id.patuh.ledger.life;

import java.util.List;

/**
 * Some violations of a scope after its last completed run, of those that were asked for.
 *
 * @param run the run
 * @param violations the heaviest first
 * @param count how many were asked for in all; null where there are so many that not all were looked at
 * @param next fingerprint that the next page is behind of; null where there is none. Others that are asked for may be behind
 *     it, or none
 */
public record LifePage(LifeRun run, List<LifeViolation> violations, Long count, String next) {

    public LifePage {
        violations = List.copyOf(violations);
    }
}
