package id.patuh.rulebook;

import java.util.Locale;

/** How far a version has come. */
public enum State {
    DRAFT,
    TESTED,
    PROPOSED,
    APPROVED,
    PUBLISHED,
    REJECTED;

    /** The state in lower case, as texts and reasons name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
