package id.patuh.cli;

import id.patuh.check.CheckResult;
import id.patuh.violation.Severity;

/** Exit codes of the contract, section 2. */
final class ExitCode {

    static final int OK = 0;
    static final int VIOLATIONS = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;
    static final int INTERNAL = 4;

    private ExitCode() {}

    /** Where several apply the highest wins. */
    static int of(CheckResult result, Severity failOn) {
        if (result.isIncomplete()) {
            return UNREADABLE;
        }
        return result.hasViolations(failOn) ? VIOLATIONS : OK;
    }
}
