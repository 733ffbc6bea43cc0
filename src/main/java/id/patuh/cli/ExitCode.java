package id.patuh.cli;

import id.patuh.check.CheckResult;
import id.patuh.ledger.KeptRun;
import id.patuh.ledger.RunResult;
import id.patuh.violation.Severity;

/** Exit codes of the contract, section 2. */
final class ExitCode {

    static final int OK = 0;
    static final int VIOLATIONS = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;
    static final int INTERNAL = 4;

    private ExitCode() {}

    /** Of a check; where several apply the highest wins. */
    static int of(CheckResult result, Severity failOn) {
        return of(result.isIncomplete(), result.hasViolations(failOn));
    }

    /** Of a check that was kept; null where it was kept before its exit code could be told. */
    static Integer of(KeptRun run) {
        RunResult result = run.result();
        return result.incomplete() == null
                ? null
                : Integer.valueOf(of(
                        result.incomplete(), result.hasViolations(run.request().failOn())));
    }

    private static int of(boolean incomplete, boolean violations) {
        if (incomplete) {
            return UNREADABLE;
        }
        return violations ? VIOLATIONS : OK;
    }
}
