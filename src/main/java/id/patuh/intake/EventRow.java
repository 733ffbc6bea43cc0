package id.patuh.intake;

import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A row made of one or two events: each cell knows its own key and event. */
final class EventRow extends SourceRow {

    private final Layout layout;
    private final int lastNumber;

    /** Which keys the cells of rows stand under; few layouts serve all rows of a log. */
    static final class Layout {

        private final String[] keys;
        private final boolean[] last;

        /**
         * @param keys by column of the table; null where the row has no cell
         * @param last whether the cell is of the event that ended the activity
         */
        Layout(String[] keys, boolean[] last) {
            this.keys = keys;
            this.last = last;
        }

        /** By column of the table; null where rows have no cell. */
        List<String> keys() {
            return Collections.unmodifiableList(Arrays.asList(keys));
        }

        /** By column, whether the cell is of the event that ended the activity; as many as {@link #keys}. */
        boolean[] last() {
            return last.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Layout layout
                    && Arrays.equals(keys, layout.keys)
                    && Arrays.equals(last, layout.last);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(keys) + Arrays.hashCode(last);
        }
    }

    EventRow(SourceTable table, int number, int lastNumber, String[] values, Layout layout) {
        super(table, number, values);
        this.lastNumber = lastNumber;
        this.layout = layout;
    }

    Layout layout() {
        return layout;
    }

    int lastNumber() {
        return lastNumber;
    }

    @Override
    public SourceRow with(String[] cells) {
        return new EventRow(table(), number(), lastNumber, cells, layout);
    }

    @Override
    public String header(String field) {
        int column = table().column(field);
        boolean own = column >= 0 && column < layout.keys.length && layout.keys[column] != null;
        return own ? layout.keys[column] : table().header(field);
    }

    @Override
    public int number(String field) {
        int column = table().column(field);
        return column >= 0 && column < layout.last.length && layout.last[column] ? lastNumber : number();
    }
}
