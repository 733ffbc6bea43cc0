package id.patuh.violation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The severity that a word names, in capitals or not; empty where it names none. */
    public static Optional<Severity> named(String word) {
        return Arrays.stream(values())
                .filter(s -> s.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The word that users read and write: {@code critical}, {@code major}, {@code minor}, {@code info}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
