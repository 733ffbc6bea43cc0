package id.patuh.ledger.life;

import java.util.Locale;

/** How a violation stands after a completed run. */
public enum State {
    /** Found for the first time, and not seen again since. */
    NEW,
    /** Found before and still there. */
    PERSISTING,
    /** Found before and no longer there. */
    RESOLVED,
    /** Found again after it was resolved, and not seen again since. */
    REOPENED;

    /** Whether it is to be put right. */
    public boolean isOpen() {
        return this != RESOLVED;
    }

    /** The word that users read: {@code new}, {@code persisting}, {@code resolved}, {@code reopened}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
