package id.patuh.intake;

import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;

/** A field, and its column in the table of the row before: rows that follow each other mostly stand in one table. */
final class FieldPlace {

    final String field;
    private SourceTable table;
    private int width;
    private int column;

    FieldPlace(String field) {
        this.field = field;
    }

    /** What stands in the field's cell of a row, or null. */
    String value(SourceRow row) {
        if (row.table() != table || table.width() != width) {
            table = row.table();
            width = table.width();
            column = table.column(field);
        }
        String[] cells = row.cells();
        return column >= 0 && column < cells.length ? cells[column] : null;
    }
}
