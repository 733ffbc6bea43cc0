package id.patuh.cli;

import id.patuh.nightly.Night;
import id.patuh.nightly.NightFile;
import id.patuh.nightly.ScopeOutcome;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.violation.Severity;
import java.util.List;

/** Exit codes of nights, section 2 of the contract; where several apply the highest wins. */
final class NightExit {

    private NightExit() {}

    /**
     * Of all scopes.
     *
     * @param failOn threshold of violations; null means that none counts
     */
    static int of(List<ScopeOutcome> outcomes, Severity failOn) {
        return outcomes.stream().mapToInt(outcome -> of(outcome, failOn)).max().orElse(ExitCode.UNREADABLE);
    }

    private static int of(ScopeOutcome outcome, Severity failOn) {
        return switch (outcome.state()) {
            case HELD_BY_OTHERS, TAKEN_OVER -> ExitCode.INTERNAL;
            case UNUSABLE, WITHOUT_INBOX, BESIDE_INBOXES -> ExitCode.UNREADABLE;
            case DONE, NOTHING_DUE ->
                outcome.nights().stream()
                        .mapToInt(night -> of(night, failOn))
                        .max()
                        .orElse(ExitCode.OK);
        };
    }

    private static int of(NightOutcome outcome, Severity failOn) {
        if (outcome.night().stage() == Night.Stage.FAILED) {
            return ExitCode.INTERNAL;
        }
        boolean unread = outcome.files().stream()
                .anyMatch(file -> file.rejected() > 0 || file.outcome() == NightFile.Outcome.UNREADABLE);
        boolean kept = outcome.night().erased().problem() != null;
        if (unread || kept || outcome.factless() || !outcome.night().wholeInbox()) {
            return ExitCode.UNREADABLE;
        }
        return outcome.balance().hasRemaining(failOn) ? ExitCode.VIOLATIONS : ExitCode.OK;
    }
}
