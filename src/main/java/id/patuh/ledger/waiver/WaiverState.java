package id.patuh.ledger.waiver;

import java.util.Locale;

/** How a waiver stands at a moment. */
public enum WaiverState {
    /** Nobody has approved it yet. */
    REQUESTED,
    /** Approved; its first moment has not come. */
    TO_COME,
    /** What it covers is excused. */
    IN_FORCE,
    /** Its last moment has passed. */
    OVER,
    REJECTED,
    WITHDRAWN;

    /** The word that users read: {@code requested}, {@code in-force} and so on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
