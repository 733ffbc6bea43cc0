package id.patuh.mapping;

import java.util.Set;

/**
 * A condition on a cell.
 *
 * @param column the column
 * @param is values that meet it; null where it does not list any
 * @param isNot values that do not meet it; null where it does not list any
 * @param filled whether the cell must hold something or nothing; null where that does not matter
 */
public record Condition(Column column, Set<String> is, Set<String> isNot, Boolean filled) {

    /** Whether a cell meets a condition. */
    public enum Answer {
        YES,
        NO,
        /** The value is in neither of the two lists. */
        UNKNOWN
    }

    /** @param value what stands in the cell; null or blank where nothing does */
    public Answer on(String value) {
        boolean blank = value == null || value.isBlank();
        if (filled != null && filled == blank) {
            return Answer.NO;
        }
        if (is == null && isNot == null) {
            return Answer.YES;
        }
        String key = blank ? "" : Values.key(value);
        if (is != null && is.contains(key)) {
            return Answer.YES;
        }
        if (isNot != null && isNot.contains(key)) {
            return Answer.NO;
        }
        if (is != null && isNot != null) {
            return Answer.UNKNOWN;
        }
        return is == null ? Answer.YES : Answer.NO;
    }
}
