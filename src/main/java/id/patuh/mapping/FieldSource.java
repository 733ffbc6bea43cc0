package id.patuh.mapping;

import java.util.List;
import java.util.Map;

/**
 * Where a field's value comes from.
 *
 * @param columns the columns, whose texts are joined by blanks; empty for a constant
 * @param constant what holds for every row, or null; a constant of null means that nothing is recorded
 * @param translations what values mean, by {@link Values#key}; null where they mean themselves; what is translated to the
 *     empty text counts as not recorded
 * @param keepOthers whether a value without a translation means itself; else it is an error
 * @param times how times are written, or null
 * @param separator what separates the items of a list, or null
 * @param required whether the cell must not be blank
 */
public record FieldSource(
        List<Column> columns,
        String constant,
        Map<String, String> translations,
        boolean keepOthers,
        TimeFormats times,
        String separator,
        boolean required) {

    /** A value that holds for every row; null means that nothing is recorded. */
    public static FieldSource constant(String value) {
        return new FieldSource(List.of(), value, null, false, null, null, false);
    }

    /** Whether it is the same for every row. */
    public boolean isConstant() {
        return columns.isEmpty();
    }

    /** Whether it says that the field is never recorded. */
    boolean isNothing() {
        return isConstant() && constant == null;
    }

    /** What a value means; null when there is no translation for it. */
    public String translate(String value) {
        if (translations == null) {
            return value;
        }
        String translated = translations.get(Values.key(value));
        return translated == null && keepOthers ? value : translated;
    }
}
