package id.patuh.intake;

import java.util.List;

/**
 * The first rows of a text or a sheet, as they stand there.
 *
 * @param sheet the sheet's name, or null for a text
 * @param rows the rows that are not blank
 * @param total how many rows were counted: all of them, unless the rest was not to be read
 */
public record TableSample(String sheet, List<Row> rows, int total) {

    public TableSample {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number the line of a text or the row of a sheet, from 1; 0 for the keys of JSON objects
     * @param cells what stands there
     */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether these are the keys of JSON objects. */
        public boolean isKeys() {
            return number == JsonRecords.HEADER;
        }

        /** What stands in a column, stripped; empty where nothing does. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }
}
