package id.patuh.report;

import id.patuh.check.Finding;
import id.patuh.violation.Evidence;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.util.List;

/**
 * A violation in the words of one language, which outlives the result.
 *
 * @param fingerprint the name by which it is known from check to check
 * @param rule id of the rule
 * @param said what it says
 * @param evidence the cells that prove it
 */
public record WordedViolation(
        String fingerprint,
        String rule,
        Severity severity,
        Subject subject,
        ViolationText.Said said,
        List<Evidence> evidence) {

    static WordedViolation of(Finding finding, Words words) {
        Violation violation = finding.violation();
        return new WordedViolation(
                finding.fingerprint(),
                violation.rule(),
                violation.severity(),
                violation.subject(),
                words.said(violation),
                violation.evidence());
    }

    /** The same with the first pieces of its evidence alone. */
    WordedViolation withEvidence(int most) {
        return evidence.size() <= most
                ? this
                : new WordedViolation(fingerprint, rule, severity, subject, said, evidence.subList(0, most));
    }
}
