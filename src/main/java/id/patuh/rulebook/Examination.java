package id.patuh.rulebook;

import id.patuh.check.TrialResult;
import id.patuh.report.Language;
import id.patuh.report.LintReport;
import id.patuh.report.TrialReport;
import id.patuh.ruleset.LintFinding;
import id.patuh.violation.Severity;
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
        return trial != null
                && !trial.isIncomplete()
                && trial.failed() == 0
                && findings.stream().noneMatch(f -> f.severity().atLeast(Severity.MAJOR));
    }

    /** For a person. */
    public String text(Language language) {
        String lint = new LintReport(findings, language).text();
        return trial == null ? lint : lint + "\n" + new TrialReport(trial, language).text();
    }
}
