package id.patuh.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The night of a scope. What it judges by is fixed when it begins, so that whoever takes it over comes to the same result.
 *
 * @param id by which tables know it
 * @param scope name of the scope
 * @param date by which people know it; a scope has one night a date
 * @param asOf the moment that deadlines are judged by
 * @param ruleSetSha256 hash of the files of the rule set
 * @param keptTo the moment that the age of what is kept is counted to
 * @param stage how far it is
 * @param erased what was removed since it had been kept for its time
 * @param wholeInbox whether all of the inbox could be looked into, and all that was taken be moved where it belongs
 * @param run number of its completed run within the scope; null before
 * @param problem why it failed; null unless it did
 */
public record Night(
        long id,
        String scope,
        LocalDate date,
        Instant asOf,
        String ruleSetSha256,
        Instant keptTo,
        Stage stage,
        Erased erased,
        boolean wholeInbox,
        Long run,
        NightProblem problem) {

    /** How far a night is. */
    public enum Stage {
        /** New files are taken from the inbox. */
        COLLECTING,
        /** What is due is judged; files that come now are for the next night. */
        JUDGING,
        COMPLETED,
        /** It could not be completed, whoever tried; the next night judges what it would have judged. */
        FAILED;

        /** The word that programs read: {@code completed}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Stage of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it is that of a date, and failed. */
    boolean isFailedOn(LocalDate wanted) {
        return stage == Stage.FAILED && date.equals(wanted);
    }

    /** Whether nothing is left to do. */
    public boolean isOver() {
        return stage == Stage.COMPLETED || stage == Stage.FAILED;
    }
}
