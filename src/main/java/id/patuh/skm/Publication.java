package id.patuh.skm;

import id.patuh.violation.Evidence;
import java.util.Collections;
import java.util.List;

/**
 * What was published of a survey as a whole, judged by what lies behind it.
 *
 * @param result what was published
 * @param index the published index
 * @param impossible whether the published index lies off the scale
 * @param computed the index that the table or the responses give, or null
 * @param possible the grades that the unit may have
 * @param ofPrinted the grades that the printed index has
 * @param ofComputed the grades that the computed index has
 * @param priorities the unsur that the published priorities mean
 * @param prioritiesAreLowest whether these are the lowest; null when that cannot be told
 * @param lowest the unsur that ought to be named, those tied at the cut included
 */
record Publication(
        PublishedResult result,
        PublishedIndex index,
        boolean impossible,
        Measure computed,
        Grading possible,
        Grading ofPrinted,
        Grading ofComputed,
        List<String> priorities,
        Boolean prioritiesAreLowest,
        List<String> lowest) {

    /** Whether the printed grade, or the grade of the printed index, is another than the computed index has. */
    boolean gradeChanged() {
        List<String> printed = result.grade() == null ? ofPrinted.candidates() : List.of(result.grade());
        List<String> exact = ofComputed.candidates();
        return index.roundedWeight() != null
                && !printed.isEmpty()
                && !exact.isEmpty()
                && Collections.disjoint(printed, exact);
    }

    List<Evidence> cells(String field) {
        return List.of(result.row().cell(field));
    }
}
