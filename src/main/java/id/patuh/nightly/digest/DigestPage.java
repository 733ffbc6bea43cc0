package id.patuh.nightly.digest;

import id.patuh.report.Language;
import java.util.List;

/**
 * A digest in words, before it is laid out.
 *
 * @param language of the words
 * @param subject one line
 * @param title what it is
 * @param warnings what is wrong with the nights themselves; says it first
 * @param units what there is of each unit
 * @param footer how to read it
 */
record DigestPage(
        Language language, String subject, String title, List<String> warnings, List<Unit> units, List<String> footer) {

    /** What there is of a unit. */
    record Unit(String name, List<Table> tables) {}

    /**
     * A heading with what stands below it.
     *
     * @param caption what it is, and how much
     * @param columns their names
     * @param rows as many cells each as there are columns
     * @param more that there is more; null where there is not
     */
    record Table(String caption, List<String> columns, List<List<String>> rows, String more) {}
}
