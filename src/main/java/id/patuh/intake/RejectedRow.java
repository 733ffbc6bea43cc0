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
 * @param reason key of the text that says why, in the {@code reasons.properties} of this package or, for SOP definitions,
 *     of {@code ruleset}
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
}
