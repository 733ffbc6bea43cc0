package id.patuh.report;

import id.patuh.check.Finding;
import id.patuh.violation.Evidence;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.util.List;

/**
 * A violation in the words of its report, which outlives the result.
 *
 * @param where its subject in words
 * @param evidence the first pieces of it
 */
record WordedViolation(
        String fingerprint,
        String rule,
        Severity severity,
        Subject subject,
        String where,
        String message,
        String expected,
        String actual,
        String basis,
        List<Evidence> evidence) {

    private static final int MOST_EVIDENCE = 5;

    /** Null for null. */
    static WordedViolation of(Finding finding, Words words) {
        if (finding == null) {
            return null;
        }
        Violation violation = finding.violation();
        List<Evidence> evidence = violation.evidence();
        return new WordedViolation(
                finding.fingerprint(),
                violation.rule(),
                violation.severity(),
                violation.subject(),
                words.subject(violation.subject()),
                words.message(violation),
                words.expected(violation),
                words.actual(violation),
                words.basis(violation),
                evidence.subList(0, Math.min(MOST_EVIDENCE, evidence.size())));
    }
}
