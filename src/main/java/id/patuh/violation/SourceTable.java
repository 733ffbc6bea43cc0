package id.patuh.violation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table that rows were read from: a file, or a sheet of it, and how its columns are headed. Columns are added while
 * it is read (a JSON list shows its keys only one by one); after that it no longer changes.
 */
public final class SourceTable {

    private static final int AT_HAND = 16;

    private final String path;
    private final String sheet;
    private final Integer headerRow;
    private final List<String> headers = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    /** Fields of the first columns. Every row is asked for the same ones, by constants that are found soonest here. */
    private final String[] atHand = new String[AT_HAND];

    private Set<String> steps;
    private boolean sealed;

    /**
     * @param path the file as the user named it
     * @param sheet the sheet of a workbook, or the list within a JSON document ({@code surveys[1].responses}, from 1), or null
     */
    public SourceTable(String path, String sheet) {
        this(path, sheet, null);
    }

    /** @param headerRow the row that names every column there is, as in text tables and sheets; null without one */
    public SourceTable(String path, String sheet, Integer headerRow) {
        this.path = path;
        this.sheet = sheet;
        this.headerRow = headerRow;
    }

    /**
     * A table as another program left it: no column will be added to it.
     *
     * @param headers by column
     * @param columns the column of each field
     * @param recordedSteps see {@link #recordedSteps()}
     */
    public static SourceTable of(
            String path,
            String sheet,
            Integer headerRow,
            List<String> headers,
            Map<String, Integer> columns,
            Set<String> recordedSteps) {
        SourceTable table = new SourceTable(path, sheet, headerRow);
        table.headers.addAll(headers);
        table.columns.putAll(columns);
        table.steps = recordedSteps;
        table.seal();
        return table;
    }

    /** Whether the table has a header and the header no such column; a JSON object may always leave a key out. */
    public boolean lacks(String field) {
        return headerRow != null && !has(field);
    }

    /**
     * Adds a column.
     *
     * @param field the contract's name of what it holds
     * @param header the header or key as the file spells it
     * @return its position among the values of a {@link SourceRow}
     */
    public int add(String field, String header) {
        forget(field);
        if (headers.size() < AT_HAND) {
            atHand[headers.size()] = field;
        }
        columns.put(field, headers.size());
        headers.add(header);
        return headers.size() - 1;
    }

    /** Makes a field's column that of another one too. */
    public void alias(String field, String other) {
        forget(field);
        columns.put(field, columns.get(other));
    }

    private void forget(String field) {
        for (int i = 0; i < AT_HAND; i++) {
            if (field.equals(atHand[i])) {
                atHand[i] = null;
            }
        }
    }

    /** Says that the table can show these steps only, whatever else was done. */
    public void recordOnly(Set<String> recordedSteps) {
        steps = Set.copyOf(recordedSteps);
    }

    /** The numbers of the only steps that the table can show; null when it can show any. */
    public Set<String> recordedSteps() {
        return steps;
    }

    /** Says that no column will be added any more. */
    public void seal() {
        sealed = true;
    }

    /** Whether it is known already that no column will be added: then what it lacks will not come. */
    public boolean isSealed() {
        return sealed;
    }

    /** Whether start and end are one column, so that it cannot tell how long anything took. */
    public boolean isInstant() {
        return has("start") && column("start") == column("end");
    }

    /** Whether the file has a column (or, for JSON, a key anywhere) for the field. */
    public boolean has(String field) {
        return columns.containsKey(field);
    }

    /** The fields that have a column. */
    public Set<String> fields() {
        return Collections.unmodifiableSet(columns.keySet());
    }

    /** The position of a field's column, or -1. */
    public int column(String field) {
        for (int i = 0; i < AT_HAND; i++) {
            // An equal text that is another one is found below.
            if (atHand[i] == field) {
                return i;
            }
        }
        return columns.getOrDefault(field, -1);
    }

    /** The header of a field's column as the file spells it, or null. */
    public String header(String field) {
        Integer column = columns.get(field);
        return column == null ? null : headers.get(column);
    }

    /** What heads each column by now, as the file spells it. */
    public List<String> headers() {
        return Collections.unmodifiableList(headers);
    }

    /** How many columns there are by now. */
    public int width() {
        return headers.size();
    }

    /** Where a field's column is headed. */
    public Evidence headerCell(String field) {
        return new Evidence(path, sheet, headerRow, header(field), header(field));
    }

    /** The file as the user named it. */
    public String path() {
        return path;
    }

    /** The row that heads the columns; null without one. */
    public Integer headerRow() {
        return headerRow;
    }

    /** The sheet of a workbook, or null. */
    public String sheet() {
        return sheet;
    }
}
