package id.patuh.ledger.handling;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that somebody said of a violation, or whom he asked to see to it.
 *
 * @param number over all scopes, in the order in which it was done
 * @param fingerprint of the violation
 * @param action what was done
 * @param assignee name of the account that is to see to it from then on; null for nobody, and for comments
 * @param actor who did it, as the rulebook compares names
 * @param at when, in microseconds
 * @param comment what he says; may be empty where somebody is assigned
 */
public record HandlingEntry(
        long number, String fingerprint, Action action, String assignee, String actor, Instant at, String comment) {

    /** Whether it says what the one before it said. */
    boolean repeats(HandlingEntry before) {
        return action == Action.COMMENTED
                && before.action == Action.COMMENTED
                && actor.equals(before.actor)
                && comment.equals(before.comment);
    }

    /** What can be done. */
    public enum Action {
        COMMENTED,
        ASSIGNED;

        /** The word that users read: {@code commented}, {@code assigned}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Action of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
