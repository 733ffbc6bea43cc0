package id.patuh.cli;

import id.patuh.nightly.ScopeOutcome;
import id.patuh.violation.Severity;
import java.util.List;

/** The exit code of nights, for tests in other packages. */
public final class ExitOfNights {

    private ExitOfNights() {}

    /** @param failOn null means that no violation counts */
    public static int of(ScopeOutcome outcome, Severity failOn) {
        return NightExit.of(List.of(outcome), failOn);
    }
}
