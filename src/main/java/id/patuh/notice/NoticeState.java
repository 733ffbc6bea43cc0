package id.patuh.notice;

import java.util.Locale;

/** How far a message is. */
public enum NoticeState {
    /** To be tried, for the first time or again. */
    WAITING,
    /** Handed over, with no answer yet. */
    SENDING,
    /** Taken by whoever was to take it. */
    SENT,
    /** Handed over, and nobody knows whether it was taken. Not sent again by itself. */
    IN_DOUBT,
    /** Refused for good, or tried in vain for too long. */
    GIVEN_UP;

    /** The word that users read: {@code waiting}, {@code in-doubt} and so on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static NoticeState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
