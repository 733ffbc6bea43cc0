package id.patuh.ledger.waiver;

import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.violation.Severity;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How the violations of a scope stand after a completed run, with and without those that are waived at a moment.
 *
 * @param run the run
 * @param at the moment that decides which waivers are in force
 * @param counts the open violations
 * @param groups how many case numbers have open violations, the surveys and the follow-ups as one each
 * @param remainingGroups how many have some that are not waived
 * @param inForce the waivers in force
 * @param covered how many open violations each waiver in force covers, by its number; those found by hand among them
 * @param byHand what was not evaluated, and what people found of it; null where the run is not the last one of its scope, of
 *     which alone that is known
 */
public record Standing(
        LifeRun run,
        Instant at,
        List<Counted> counts,
        long groups,
        long remainingGroups,
        InForce inForce,
        Map<Long, Long> covered,
        ByHand byHand) {

    public Standing {
        counts = List.copyOf(counts);
        covered = Map.copyOf(covered);
    }

    /** The waivers in force that cover no open violation. */
    public List<Waiver> idle() {
        return inForce.waivers().stream()
                .filter(waiver -> covered.get(waiver.number()) == 0)
                .toList();
    }

    /** The waivers that cover a violation; none where it is resolved. */
    List<Waiver> covering(LifeViolation violation) {
        return violation.state().isOpen() ? inForce.covering(violation) : List.of();
    }

    /** Open violations, waived or not; every severity has an entry. */
    public Map<Severity, Long> open() {
        return sums(counted -> true);
    }

    /** Open violations that are waived; every severity has an entry. */
    public Map<Severity, Long> waived() {
        return sums(Counted::waived);
    }

    /** Open violations that are not waived; every severity has an entry. */
    public Map<Severity, Long> remaining() {
        return sums(counted -> !counted.waived());
    }

    /** Whether a violation as heavy as that, or heavier, is open or was found by hand, and is not waived; never for null. */
    public boolean hasRemaining(Severity threshold) {
        if (threshold == null) {
            return false;
        }
        return counts.stream().anyMatch(c -> !c.waived() && c.severity().atLeast(threshold))
                || byHand != null && byHand.hasRemaining(threshold);
    }

    private Map<Severity, Long> sums(Predicate<Counted> which) {
        Map<Severity, Long> sums = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            sums.put(severity, 0L);
        }
        counts.stream()
                .filter(which)
                .forEach(counted -> sums.merge(counted.severity(), counted.violations(), Long::sum));
        return sums;
    }
}
