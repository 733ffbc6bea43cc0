package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import id.patuh.violation.Severity;
import java.util.List;

/**
 * Something that a rule set lacks or has too much of.
 *
 * @param severity critical where the rule set cannot be used, major where results would be wrong or are untried, minor where
 *     users are left without words, info where nobody may mind
 * @param problem where and why
 */
public record LintFinding(Severity severity, RuleProblem problem) {

    /** Why a rule set cannot be used. */
    public static List<LintFinding> of(RuleSetException unusable) {
        return unusable.problems().stream()
                .map(problem -> new LintFinding(Severity.CRITICAL, problem))
                .toList();
    }
}
