package id.patuh.report;

import id.patuh.check.CheckResult;
import id.patuh.violation.Severity;

/** What a check comes to. The engine finds; the threshold decides. */
public enum Verdict {
    /** Violations at or above the threshold. */
    VIOLATIONS,
    /** None, but not everything could be read, or nothing was there to check. */
    INCOMPLETE,
    /** Nothing at or above the threshold. */
    CLEAN;

    /**
     * The verdict on a result.
     *
     * @param failOn the threshold; null means that no violation counts
     */
    public static Verdict on(CheckResult result, Severity failOn) {
        if (result.hasViolations(failOn)) {
            return VIOLATIONS;
        }
        return result.isIncomplete() ? INCOMPLETE : CLEAN;
    }

    /** The word in JSON. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
