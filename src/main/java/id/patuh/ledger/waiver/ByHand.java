package id.patuh.ledger.waiver;

import id.patuh.ledger.outcome.Outcome;
import id.patuh.ledger.outcome.Result;
import id.patuh.violation.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was not evaluated, and what people found of it.
 *
 * @param notEvaluated how many subjects, by rule, were not evaluated, settled or not
 * @param outcomes those that hold
 * @param violations what they found violated
 */
public record ByHand(long notEvaluated, List<Outcome> outcomes, List<HandViolation> violations) {

    public ByHand {
        outcomes = List.copyOf(outcomes);
        violations = List.copyOf(violations);
    }

    /** How many were settled, by what was found; every result has an entry. */
    public Map<Result, Long> settled() {
        Map<Result, Long> settled = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            settled.put(
                    result,
                    outcomes.stream()
                            .filter(outcome -> outcome.verdict().result() == result)
                            .count());
        }
        return settled;
    }

    /** Whether there is a violation as heavy as that, or heavier, that is not waived. */
    boolean hasRemaining(Severity threshold) {
        return hasRemaining(violations, threshold);
    }

    static boolean hasRemaining(List<HandViolation> violations, Severity threshold) {
        return violations.stream()
                .anyMatch(violation -> violation.waivers().isEmpty()
                        && violation.outcome().verdict().severity().atLeast(threshold));
    }
}
