package id.patuh.intake;

import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A row before it is read. In sheets an activity may be merged over rows that list its documents one by one. */
final class PendingRow {

    /** Fields that make an activity: where they are merged over rows, these are one. */
    private static final Set<String> ALWAYS_MERGED = Set.of("case", "step", "start", "end");

    private static final Set<String> LISTS = Set.of("inputs", "outputs");
    /** What rows of one activity may each say. */
    private static final Set<String> JOINED = Set.of("inputs", "outputs", "note", "position");

    private final TableColumns columns;
    private final int number;
    private final String[] values;
    private Map<Integer, Unreadable> faults = Map.of();

    PendingRow(TableColumns columns, int number, String[] values) {
        this.columns = columns;
        this.number = number;
        this.values = values;
    }

    /** Takes note of cells that cannot be used. */
    void note(TableRow row) {
        for (int i = 0; i < columns.size() && row.isFaulty(); i++) {
            int target = columns.target(i);
            Unreadable fault = target < 0 ? null : row.fault(row.origin(i));
            if (fault != null) {
                faults = faults.isEmpty() ? new HashMap<>() : faults;
                faults.put(target, fault);
            }
        }
    }

    /** Whether case, step and times are merged with those above, and the row says nothing else that contradicts. */
    boolean isContinuedBy(TableRow row) {
        if (!row.isMerged()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.cell(row.origin(i));
            boolean blank = cell == null || cell.isBlank();
            int target = columns.target(i);
            if (target < 0 || row.continues(i)) {
                continue;
            }
            String field = field(i);
            if (ALWAYS_MERGED.contains(field) || !blank && !JOINED.contains(field) && !cell.equals(values[target])) {
                return false;
            }
        }
        return true;
    }

    /** Adds the documents of a row that continues this one. */
    void join(TableRow row) {
        note(row);
        for (int i = 0; i < columns.size(); i++) {
            int target = columns.target(i);
            String cell = target < 0 || row.continues(i) ? null : row.cell(row.origin(i));
            if (cell != null && !cell.isBlank() && LISTS.contains(field(i))) {
                String above = values[target];
                values[target] = above == null || above.isBlank() ? cell : above + "; " + cell;
            }
        }
    }

    /** The cells of the row and of all that it was joined with. */
    Cells cells(Reading reading) {
        SourceTable table = columns.table();
        Cells cells = new Cells(reading, new SourceRow(table, number, values), Map.of(), false);
        for (String field : faults.isEmpty() ? Set.<String>of() : table.fields()) {
            Unreadable fault = faults.get(table.column(field));
            if (fault != null) {
                cells.fault(field, fault);
            }
        }
        return cells;
    }

    private String field(int column) {
        return Fields.ACTIVITY.field(columns.header(column));
    }
}
