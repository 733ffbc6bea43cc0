package id.patuh.ledger.followup;

import java.util.Locale;

/** How an item of a follow-up plan stands on a day. */
public enum ItemState {
    /** Its last quarter is over, and its reports do not say that it is done. */
    OVERDUE,
    /** One of its quarters is under way, or between two of them. */
    UNDER_WAY,
    /** Its quarters are still to come. */
    PLANNED,
    /** It is planned for no quarter, and not known to be done. */
    UNSCHEDULED,
    /** What would tell could not be read, is not there yet, or is no longer there. */
    UNKNOWN,
    /** It is reported done, and whatever says so names documents as proof. */
    DONE,
    /** It is reported done, and something that says so names no document. */
    UNPROVEN,
    /** It is reported done in a table that has no column for documents. */
    PROOF_UNKNOWN,
    /** A later report on the same survey and period does not plan it any more. */
    DROPPED;

    /** The word that users read and write: {@code under-way}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is reported done, proven or not. */
    public boolean isDone() {
        return this == DONE || this == UNPROVEN || this == PROOF_UNKNOWN;
    }

    @Override
    public String toString() {
        return word();
    }
}
