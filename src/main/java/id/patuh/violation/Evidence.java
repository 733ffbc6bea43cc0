package id.patuh.violation;

/**
 * A place in the input that proves a violation.
 *
 * @param path the file as the user named it
 * @param sheet the sheet of a workbook, or the list within a JSON document ({@code surveys[1].responses}, from 1), or null
 * @param row the line of a text file, the row of a sheet or the position in a JSON list, from 1; null for the whole file
 * @param column the header or key as the file spells it, or null for the whole row
 * @param value what stands there, unchanged; null where nothing does
 */
public record Evidence(String path, String sheet, Integer row, String column, String value) {}
