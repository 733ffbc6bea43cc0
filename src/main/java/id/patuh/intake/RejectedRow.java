package id.patuh.intake;

import java.util.Map;

/**
 * Input that could not be read: a row, a cell or a whole file. It is never a violation and never dropped in silence.
 *
 * @param path the file as the user named it
 * @param sheet the sheet of a workbook, or the list within a JSON document ({@code surveys[1].responses}, from 1), or null
 * @param row the line of a text file, the row of a sheet or the position in a JSON list, from 1; null for the whole file
 * @param column the header or key as the file spells it, or null
 * @param value what stands there, or null
 * @param reason key of the text that says why, in {@code reasons.properties}
 * @param details values that the text names
 */
public record RejectedRow(
        String path,
        String sheet,
        Integer row,
        String column,
        String value,
        String reason,
        Map<String, String> details) {

    public RejectedRow {
        details = Map.copyOf(details);
    }

    /**
     * A definition of an SOP that is wrong.
     *
     * @param line where, or 0 when that cannot be told
     * @param reason key of the text that says why
     */
    public static RejectedRow ofDefinition(
            String path, int line, String key, String value, String reason, Map<String, String> details) {
        return new RejectedRow(path, null, line > 0 ? line : null, key, value, reason, details);
    }

    /** A path that holds no definition of an SOP. */
    public static RejectedRow withoutDefinition(String path) {
        return ofPath(path, "definition-missing");
    }

    /**
     * A path of which nothing can be read.
     *
     * @param reason key of the text that says why
     */
    public static RejectedRow ofPath(String path, String reason) {
        return new RejectedRow(path, null, null, null, null, reason, Map.of());
    }
}
