package id.patuh.notice;

import java.util.Locale;

/** How a message reaches its recipient. */
public enum Channel {
    EMAIL,
    WEBHOOK;

    /** {@code email} or {@code webhook}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
