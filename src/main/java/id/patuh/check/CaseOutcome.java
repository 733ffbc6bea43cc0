package id.patuh.check;

import id.patuh.intake.RejectedRow;
import id.patuh.ruleset.RuleCase;
import java.util.List;

/**
 * What came of a case beside a rule. Subjects are in the short form of cases.
 *
 * @param ruleCase the case
 * @param missing subjects expected and not found
 * @param unexpected subjects found and not expected
 * @param otherSeverities subjects found, each with a severity that is not the one expected
 * @param evaluated subjects for which the rule was evaluated against expectation
 * @param rejected what could not be read of the facts given
 * @param failure what the check broke off with, or null
 */
public record CaseOutcome(
        RuleCase ruleCase,
        List<String> missing,
        List<String> unexpected,
        List<String> otherSeverities,
        List<String> evaluated,
        List<RejectedRow> rejected,
        String failure) {

    public CaseOutcome {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        otherSeverities = List.copyOf(otherSeverities);
        evaluated = List.copyOf(evaluated);
        rejected = List.copyOf(rejected);
    }

    static CaseOutcome brokenOff(RuleCase ruleCase, RuntimeException failure) {
        return new CaseOutcome(ruleCase, List.of(), List.of(), List.of(), List.of(), List.of(), failure.toString());
    }

    /** Whether everything is as the case says. */
    public boolean passes() {
        return failure == null
                && missing.isEmpty()
                && unexpected.isEmpty()
                && otherSeverities.isEmpty()
                && evaluated.isEmpty()
                && !isRejectedOtherwise();
    }

    /** Whether another number of rows was rejected than the case says. */
    public boolean isRejectedOtherwise() {
        return failure == null && rejected.size() != ruleCase.rejected();
    }
}
