package id.patuh.skm;

import id.patuh.violation.SourceRow;
import java.math.BigDecimal;
import java.util.List;

/**
 * The result of a survey as a unit published it. Numbers keep the decimals they were printed with.
 *
 * @param survey what it says of its survey
 * @param weight the weight of an unsur, or null when not printed
 * @param ikm the unit's index on the scale 25 to 100, or null when not printed
 * @param grade the unit's grade A to D, or null when not printed
 * @param priorities the unsur named as priorities, as written; empty when none are
 * @param elements the table of unsur; each unsur stands there once
 * @param strange whether the table has a line that names no unsur: it may be the misspelt name of one that seems to be
 *     left out
 * @param row where it stands; fields {@code weight}, {@code ikm}, {@code grade}, {@code priorities}
 */
public record PublishedResult(
        SurveyHeader survey,
        BigDecimal weight,
        BigDecimal ikm,
        String grade,
        List<String> priorities,
        List<Element> elements,
        boolean strange,
        SourceRow row) {

    public PublishedResult {
        priorities = List.copyOf(priorities);
        elements = List.copyOf(elements);
    }

    /** A result of which only the frame is known, because nothing was published or it could not be read. */
    public static PublishedResult unread(SurveyHeader survey, SourceRow row) {
        return new PublishedResult(survey, null, null, null, List.of(), List.of(), false, row);
    }

    /** The same result of a survey of which more is known. */
    PublishedResult of(SurveyHeader known) {
        return known == survey
                ? this
                : new PublishedResult(known, weight, ikm, grade, priorities, elements, strange, row);
    }

    /** Whether any figure can be read. */
    public boolean says() {
        return ikm != null || grade != null || !priorities.isEmpty() || !elements.isEmpty();
    }

    /**
     * A line of the published table.
     *
     * @param label number and name as printed
     * @param mean NRR as printed: on the scale 1 to 4 or, above 4, on the scale 25 to 100
     * @param weighted weighted NRR, or null
     * @param grade grade A to D, or null
     * @param sum sum of the scores, or null
     * @param row where it stands; fields {@code element}, {@code mean}, {@code weighted}, {@code grade} and, with a sum,
     *     {@code sum}
     */
    public record Element(
            UnsurLabel label, BigDecimal mean, BigDecimal weighted, String grade, BigDecimal sum, SourceRow row) {

        /** A line without a sum, as in tables that do not stand under the scores. */
        public Element(UnsurLabel label, BigDecimal mean, BigDecimal weighted, String grade, SourceRow row) {
            this(label, mean, weighted, grade, null, row);
        }
    }
}
