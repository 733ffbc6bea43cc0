package id.patuh.ledger.outcome;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody finds by hand of a rule that could not be evaluated. */
public enum Result {
    COMPLIANT,
    VIOLATED,
    /** What the rule demands does not concern the subject. */
    NOT_APPLICABLE;

    /** The word that users read and write: {@code compliant}, {@code violated}, {@code not-applicable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The result that a word names; empty where it names none. */
    public static Optional<Result> named(String word) {
        return Arrays.stream(values())
                .filter(result -> result.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
