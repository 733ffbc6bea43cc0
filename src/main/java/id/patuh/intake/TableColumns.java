package id.patuh.intake;

import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The columns of a table: how they are headed, and which of them hold a field. */
final class TableColumns {

    private static final int MOST_SHOWN = 20;

    private final TablePlace place;
    private final List<String> headers;
    private final int line;
    private final SourceTable table;
    private final int[] targets;
    private boolean shared;

    /** @param line the row that the headers end in */
    TableColumns(TablePlace place, List<String> headers, int line) {
        this.place = place;
        this.headers = headers;
        this.line = line;
        this.table = new SourceTable(place.reading().path, place.sheet(), line);
        this.targets = new int[headers.size()];
        Arrays.fill(targets, -1);
    }

    /** Assigns columns to fields, of which several may mean one. Returns all other columns. */
    List<Integer> map(Fields fields) {
        List<Integer> others = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            String field = fields.field(header);
            if (field == null) {
                others.add(i);
            } else if (seen.putIfAbsent(field, header) == null) {
                assign(i, field);
            } else {
                targets[i] = table.column(field);
                shared = true;
            }
        }
        return others;
    }

    /** Assigns a column to a field that has none yet. */
    void assign(int column, String field) {
        targets[column] = table.add(field, headers.get(column));
    }

    /** Whether a column holds the field; that none does is rejected. */
    boolean require(String field) {
        if (table.has(field)) {
            return true;
        }
        rejectMissing(field);
        return false;
    }

    void rejectMissing(String field) {
        reject(null, new Unreadable("column-missing", "field", field, "found", shown(headers)));
    }

    /** Rejects those of the columns that are headed by something of no use. */
    void rejectUnknown(List<Integer> others, Predicate<String> isOfUse) {
        for (int column : others) {
            String header = headers.get(column);
            if (!header.isBlank() && !isOfUse.test(header)) {
                reject(header, new Unreadable("column-unknown"));
            }
        }
    }

    /** Rejects what heads a column, or the header where that is null. */
    void reject(String header, Unreadable problem) {
        place.reject(line, header, null, problem);
    }

    /** How many columns have a header. */
    int size() {
        return targets.length;
    }

    /** What heads each column, blank where nothing does. */
    List<String> headers() {
        return headers;
    }

    String header(int column) {
        return headers.get(column);
    }

    /** The row that the headers end in. */
    int line() {
        return line;
    }

    /** The position of a column's cell among the values of a row; -1 where it is not read. */
    int target(int column) {
        return targets[column];
    }

    /** Whether several columns hold one field. */
    boolean areShared() {
        return shared;
    }

    /** The fields, and how the file heads them. */
    SourceTable table() {
        return table;
    }

    /** The first of some cells that say anything, in one line. */
    static String shown(List<String> cells) {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .limit(MOST_SHOWN)
                .map(cell -> cell.strip().replaceAll("\\s*\\R\\s*", " "))
                .collect(Collectors.joining(", "));
    }
}
