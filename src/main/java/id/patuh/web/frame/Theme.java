package id.patuh.web.frame;

import java.util.Arrays;
import java.util.Locale;

/** Whether pages are light or dark. */
public enum Theme {
    /** As the browser wishes. */
    AUTO,
    LIGHT,
    DARK;

    /** The word in cookies and pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of that word; {@link #AUTO} for any other one. */
    static Theme of(String word) {
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(word))
                .findFirst()
                .orElse(AUTO);
    }
}
