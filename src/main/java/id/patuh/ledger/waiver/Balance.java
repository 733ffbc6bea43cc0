package id.patuh.ledger.waiver;

import id.patuh.ledger.life.LifeRun;
import id.patuh.violation.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many violations of a scope are open after its last completed run, and how many of these are waived: what
 * {@link Standing} tells of them, without going through all of them.
 *
 * @param run the run
 * @param waived open violations that are waived at the moment by which it judged; every severity has an entry
 * @param byHand what people found violated of what was not evaluated
 */
public record Balance(LifeRun run, Map<Severity, Long> waived, List<HandViolation> byHand) {

    public Balance {
        waived = Collections.unmodifiableMap(new EnumMap<>(waived));
        byHand = List.copyOf(byHand);
    }

    /** Open violations that are not waived; every severity has an entry. */
    public Map<Severity, Long> remaining() {
        Map<Severity, Long> remaining = new EnumMap<>(run.counts().open());
        waived.forEach((severity, count) -> remaining.merge(severity, -count, Long::sum));
        return remaining;
    }

    /** Whether a violation as heavy as that, or heavier, is open or was found by hand, and is not waived; never for null. */
    public boolean hasRemaining(Severity threshold) {
        return threshold != null
                && (remaining().entrySet().stream()
                                .anyMatch(each ->
                                        each.getValue() > 0 && each.getKey().atLeast(threshold))
                        || ByHand.hasRemaining(byHand, threshold));
    }
}
