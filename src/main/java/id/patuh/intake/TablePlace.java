package id.patuh.intake;

import java.util.List;

/**
 * Where tables stand one under the other, and by what their words are understood.
 *
 * @param sheet the sheet the rows stand in, or null in a text
 * @param wanted the kinds of tables looked for
 */
record TablePlace(
        Reading reading,
        String sheet,
        Table.Layout layout,
        List<TableKind> wanted,
        Labels labels,
        ActivityFields activities) {

    void reject(int line, String column, String value, Unreadable problem) {
        reading.reject(sheet, line, column, value, problem);
    }

    /** A row's number as notes give it. */
    String of(int line) {
        return (sheet == null ? "" : sheet + ": ") + line;
    }
}
