package id.patuh.violation;

/** A row of the input that can point at its own cells. */
public class SourceRow {

    private final SourceTable table;
    private final int number;
    private final String[] values;
    private final int[] numbers;

    /**
     * @param table where the row stands
     * @param number the line of a text file, the row of a sheet or the position in a JSON list, from 1
     * @param values what the file holds, unchanged, at the positions that {@link SourceTable#add} gave; null where
     *     nothing stands; may be shorter than the table is wide; not copied. Null where {@link #cells} is overridden
     */
    public SourceRow(SourceTable table, int number, String[] values) {
        this(table, number, values, null);
    }

    /** @param numbers where each value stands, when the row was gathered from several places; not copied */
    public SourceRow(SourceTable table, int number, String[] values, int[] numbers) {
        this.table = table;
        this.number = number;
        this.values = values;
        this.numbers = numbers;
    }

    /** The table it belongs to. */
    public final SourceTable table() {
        return table;
    }

    /** The row's number, from 1. */
    public final int number() {
        return number;
    }

    /** What stands in the cells, by position; not a copy, and not to be changed. */
    public String[] cells() {
        return values;
    }

    /** The same row, with other values in its cells; not copied. */
    public SourceRow with(String[] cells) {
        return new SourceRow(table, number, cells, numbers);
    }

    /** Where each cell stands; null where all stand at {@link #number()}. Not a copy, and not to be changed. */
    public final int[] places() {
        return numbers;
    }

    /** What stands in the field's cell, or null. */
    public String value(String field) {
        int column = table.column(field);
        String[] cells = column < 0 ? null : cells();
        return cells != null && column < cells.length ? cells[column] : null;
    }

    /** The header or key of the field's cell as the file spells it, or null. */
    public String header(String field) {
        return table.header(field);
    }

    /** Where the field's cell stands. */
    public int number(String field) {
        int column = table.column(field);
        return numbers != null && column >= 0 && column < numbers.length ? numbers[column] : number;
    }

    /** The cell of a field; a field without a column points at the row. */
    public Evidence cell(String field) {
        return new Evidence(table.path(), table.sheet(), number(field), header(field), value(field));
    }

    /** The row as a whole. */
    public Evidence whole() {
        return new Evidence(table.path(), table.sheet(), number, null, null);
    }
}
