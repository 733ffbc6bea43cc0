package id.patuh.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of an action. */
public enum Outcome {
    DONE,
    /** It was not allowed. */
    REFUSED,
    /** It was allowed, and something went wrong. */
    FAILED;

    /** The outcome as the database, commands and programs name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of that name. */
    public static Optional<Outcome> of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }
}
