package id.patuh.ledger.waiver;

import java.time.Instant;
import java.util.Locale;

/**
 * What somebody did with a waiver.
 *
 * @param actor who, as the rulebook compares names
 * @param at when, in microseconds
 * @param comment why; may be empty where it is approved or asked for
 */
public record WaiverStep(Action action, String actor, Instant at, String comment) {

    /** What can be done. */
    public enum Action {
        REQUESTED,
        APPROVED,
        REJECTED,
        /** Whether it was approved before or not. */
        WITHDRAWN;

        /** The word that users read: {@code requested}, {@code approved} and so on. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Action of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
