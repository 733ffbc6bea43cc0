package id.patuh.nightly;

import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.waiver.Balance;
import id.patuh.scope.Lease;
import java.util.List;
import java.util.Locale;

/**
 * What running the nights of a scope came to.
 *
 * @param scope name of the scope
 * @param state how it ended
 * @param nights those that were run, or the last one where there was nothing to do; in order
 * @param lease who works on it; null unless somebody else does
 */
public record ScopeOutcome(String scope, State state, List<NightOutcome> nights, Lease lease) {

    /** How it ended. */
    public enum State {
        /** All nights that were due are over. */
        DONE,
        /** The last night that was due had been run before. */
        NOTHING_DUE,
        /** Somebody else works on it. */
        HELD_BY_OTHERS,
        /** Somebody else took it over meanwhile. */
        TAKEN_OVER,
        /** Its folder has a name that no scope can have, or that cannot be written here; it has no nights. */
        UNUSABLE,
        /** The settings name its inbox, and there is no such folder nor ever was; it has no nights. */
        WITHOUT_INBOX,
        /** It is a file, which lies in no inbox; nobody takes it. */
        BESIDE_INBOXES;

        /** The word that users read: {@code done}, {@code nothing-due} and so on. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ScopeOutcome {
        nights = List.copyOf(nights);
    }

    /**
     * A night that is over.
     *
     * @param files what it took from the inbox
     * @param run what its run came to; null where it failed
     * @param balance the same with waivers; null where it failed, or was told before
     * @param factless whether nothing was ever taken into the scope, so that nothing could be judged
     */
    public record NightOutcome(Night night, List<NightFile> files, LifeRun run, Balance balance, boolean factless) {

        public NightOutcome {
            files = List.copyOf(files);
        }
    }
}
