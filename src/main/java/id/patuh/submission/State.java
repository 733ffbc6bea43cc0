package id.patuh.submission;

import java.util.Locale;

/** How far the check of a submission has come. */
public enum State {
    /** Nobody works on it yet, or whoever did had to stop. */
    WAITING,
    RUNNING,
    /** Its result can be looked at. */
    DONE,
    /** There is no result, and will be none. */
    FAILED;

    /** The word in the database, pages and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing more will come of it. */
    public boolean isOver() {
        return this == DONE || this == FAILED;
    }
}
