package id.patuh.violation;

import java.util.Locale;

/** How much a violation weighs, heaviest first. Which rule has which severity is data of the rule set. */
public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR,
    INFO;

    /** Whether this severity is as heavy as the given one, or heavier. */
    public boolean atLeast(Severity other) {
        return ordinal() <= other.ordinal();
    }

    /** The word that users read and write: {@code critical}, {@code major}, {@code minor}, {@code info}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
