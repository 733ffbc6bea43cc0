package id.patuh.account;

import java.util.Objects;

/** A password or token that a person or program holds. No text of a record, exception or log shows it by accident. */
public final class Secret {

    private final String text;

    private Secret(String text) {
        this.text = Objects.requireNonNull(text);
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The secret itself, to be compared, or shown once. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
