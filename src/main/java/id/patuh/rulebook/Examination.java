package id.patuh.rulebook;

import id.patuh.check.TrialResult;
import id.patuh.engine.RuleProblem;
import id.patuh.report.Language;
import id.patuh.report.LintReport;
import id.patuh.report.TrialReport;
import id.patuh.ruleset.LintFinding;
import id.patuh.violation.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of examining a rule set.
 *
 * @param findings whatever is wrong with it
 * @param trial what came of its cases; null where it cannot be used
 */
public record Examination(List<LintFinding> findings, TrialResult trial) {

    public Examination {
        findings = List.copyOf(findings);
    }

    /** Whether every case passed, and nothing was found that would make results wrong or leaves a rule untried. */
    public boolean passed() {
        return problems().isEmpty();
    }

    /** What keeps it from passing, by place. */
    public List<RuleProblem> problems() {
        List<RuleProblem> problems = new ArrayList<>();
        findings.stream()
                .filter(finding -> finding.severity().atLeast(Severity.MAJOR))
                .forEach(finding -> problems.add(finding.problem()));
        if (trial != null) {
            problems.addAll(trial.problems());
            trial.outcomes().stream()
                    .filter(outcome -> !outcome.passes())
                    .forEach(outcome -> problems.add(outcome.ruleCase().failed()));
        }
        return problems;
    }

    /** For a person. */
    public String text(Language language) {
        String lint = new LintReport(findings, language).text();
        return trial == null ? lint : lint + "\n" + new TrialReport(trial, language).text();
    }
}
