package id.patuh.ledger.life;

import java.util.Locale;

/** What a run changed of a violation. */
public enum Change {
    NEW,
    REOPENED,
    RESOLVED,
    /** From this run on its rule is not evaluated; its state stays as it is. */
    NOT_EVALUATED,
    /** Its rule is evaluated again, and it is still there. */
    EVALUATED,
    /** It is still there, and weighs otherwise. */
    SEVERITY;

    /** The word that users read: {@code new}, {@code not-evaluated} and so on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The change of a {@link #word}. */
    public static Change of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
