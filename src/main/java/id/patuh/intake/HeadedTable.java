package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Header;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.violation.SourceRow;
import java.util.List;
import java.util.Map;

/**
 * One table from its header to its end. Each kind assigns its own columns to fields, tells its records from what stands
 * among and below them, and knows which tables may follow.
 */
abstract class HeadedTable {

    final TablePlace place;
    /** Without fields before a kind has assigned them. */
    final TableColumns columns;

    final LetterheadConstants letterhead;
    private final TableKind kind;
    private Rows rows;
    private ByteRows byBytes;
    private PendingRow pending;
    private boolean any;
    private int examples;
    private int firstExample;
    /** What the record above says, by field. */
    private String[] previous;

    private int dittos;
    private int firstDitto;

    /** @param above what the letterheads of the tables above say of this one too */
    HeadedTable(TablePlace place, Header header, Map<String, Letterhead.Entry> above) {
        this.place = place;
        this.kind = header.kind();
        place.reading().found(kind.kind());
        this.columns = new TableColumns(place, header.cells(), header.number());
        this.letterhead = new LetterheadConstants(place, columns.table(), above);
    }

    /** Says what takes the records; without it all of them are rejected, as the header lacks a column. */
    final void readBy(Rows reader) {
        rows = reader;
    }

    /** Says what may take rows by their bytes; without it all are read cell by cell. */
    final void takeBy(ByteRows taker) {
        byBytes = taker;
    }

    final TableKind kind() {
        return kind;
    }

    /** Rejects the table that stands beside this one; its rows may be of the same cases or surveys. */
    final void rejectBeside(List<String> headers) {
        String shown = TableColumns.shown(headers);
        columns.reject(headers.get(0), new Unreadable("table-beside", "columns", shown));
        if (rows != null && kind == SideBySide.kind(headers, place.wanted(), place.labels())) {
            rows.lose(columns.line(), null);
        }
    }

    /** The kinds of tables that may follow below. */
    List<TableKind> following() {
        return List.of();
    }

    /** Whether it pays to look at the row as the header of another table. */
    boolean mayHead(TableRow row) {
        return false;
    }

    /** Whether headings below the records are those of this table again, as on another page. */
    boolean goesOnUnder(TableRow headings) {
        return false;
    }

    /**
     * The lines above a table that follows.
     *
     * @param aboveAll those outside of this table and all before it
     */
    List<Line> aboveNext(List<Line> aboveAll) {
        return aboveAll;
    }

    /** The lines below the records that may belong to the headings of a table that follows. */
    List<Line> textsBelow() {
        return List.of();
    }

    /** What may take the next rows by their bytes; null where nothing does. */
    final ByteRows byBytes() {
        return byBytes;
    }

    /** Takes note of a record that was read by its bytes. */
    final void took() {
        any = true;
        previous = null;
        place.reading().count(kind.kind(), true);
    }

    /** The next row. */
    final void row(TableRow row, int number) {
        if (Words.marksExample(row)) {
            firstExample = examples++ == 0 ? number : firstExample;
            return;
        }
        TableRow own = recordIn(row, number);
        if (own != null) {
            record(own, number);
        }
    }

    /** The record that stands in a row; null where there is none, or none that can be told yet. */
    abstract TableRow recordIn(TableRow row, int number);

    /** A row that was rejected before it could be read. */
    final void lose(int number, String text) {
        flush();
        any = true;
        place.reading().count(kind.kind(), false);
        if (rows != null) {
            rows.lose(number, text);
        }
    }

    /** No row follows that could be read. */
    final void breakOff() {
        close();
        if (rows != null) {
            rows.lose(null, null);
            rows.end();
        }
    }

    /**
     * The table ends.
     *
     * @param belowLog whether it stands below a log, so that it may be no table at all when it has no rows
     */
    void end(boolean belowLog) {
        close();
        if (!any) {
            endEmpty(belowLog);
        }
        if (rows != null) {
            rows.end();
        }
    }

    /** Says that the table has no rows. */
    void endEmpty(boolean belowLog) {
        if (!belowLog) {
            place.reading().reject(place.sheet(), null, null, null, new Unreadable("rows-none"));
        }
    }

    /** Reads what was kept because it might stand below the records, or says that it does. */
    void closeNotes() {}

    private void close() {
        closeNotes();
        flush();
        letterhead.noteOverruled();
        if (dittos > 0) {
            place.reading().note("dittos-taken", Map.of("count", "" + dittos, "first", place.of(firstDitto)));
        }
        if (examples > 0) {
            place.reading().note("example-skipped", Map.of("count", "" + examples, "first", place.of(firstExample)));
        }
    }

    /** Says how many rows were no records. */
    final void noteSkipped(int count, int first) {
        if (count > 0) {
            place.reading().note("footnotes-skipped", Map.of("count", "" + count, "first", place.of(first)));
        }
    }

    /** Whether anything takes the records. */
    final boolean isRead() {
        return rows != null;
    }

    /** A record, which is read at once or when it is known that the next row does not continue it. */
    final void record(TableRow row, int number) {
        any = true;
        if (hasSurplus(row, number) || refuses(row, number)) {
            lose(number, String.join(" ", row.cells()));
            return;
        }
        if (pending != null && pending.isContinuedBy(row)) {
            pending.join(row);
            return;
        }
        flush();
        if (row.isVerbatim() && !columns.areShared() && letterhead.isEmpty()) {
            previous = verbatim(row);
            read(Cells.verbatim(place.reading(), new SourceRow(columns.table(), number, previous)));
            return;
        }
        String[] values = values(row, number);
        if (values == null) {
            lose(number, String.join(" ", row.cells()));
            return;
        }
        previous = values;
        pending = new PendingRow(columns, number, values);
        pending.note(row);
        if (!mayBeContinued(row)) {
            flush();
        }
    }

    /** Whether something stands beyond the header that a separator tore off, which is rejected. */
    private boolean hasSurplus(TableRow row, int number) {
        for (int i = columns.size(); i < row.size() && place.layout() == Table.Layout.TEXT; i++) {
            if (!row.cell(i).isBlank()) {
                Unreadable surplus = new Unreadable("cell-surplus", "columns", "" + columns.size());
                place.reject(number, null, row.cell(i), surplus);
                return true;
            }
        }
        return false;
    }

    /** Whether the row is no record of the kind that the table is read for, which is rejected. */
    boolean refuses(TableRow row, int number) {
        return false;
    }

    /** Whether the rows below may be merged with this one. */
    boolean mayBeContinued(TableRow row) {
        return false;
    }

    /** Whether a field is a moment, of which date and time of day may stand apart. */
    boolean isMoment(int target) {
        return false;
    }

    /** Whether a cell that cannot be used takes its row along. */
    boolean takesRowAlong(String field) {
        return true;
    }

    /** What a row says in columns of which each has a field of its own. */
    private String[] verbatim(TableRow row) {
        String[] values = new String[columns.table().width()];
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            int target = columns.target(i);
            if (target >= 0) {
                values[target] = row.said(i);
            }
        }
        return values;
    }

    /** What the row and its letterhead say, by field; null where columns contradict each other, which is rejected. */
    private String[] values(TableRow row, int number) {
        String[] values = new String[columns.table().width()];
        for (int i = 0; i < columns.size(); i++) {
            int target = columns.target(i);
            String cell = target < 0 ? null : value(row, i, target);
            if (cell == null || cell.isBlank()) {
                continue;
            }
            if (Words.isDitto(cell)) {
                previous = previous == null && byBytes != null ? byBytes.lastValues() : previous;
                cell = previous == null ? null : previous[target];
                if (cell == null) {
                    place.reject(number, columns.header(i), row.cell(i), new Unreadable("ditto-unfounded"));
                    return null;
                }
                firstDitto = dittos++ == 0 ? number : firstDitto;
            }
            String other = values[target];
            String both = other == null || !isMoment(target) ? null : Times.joined(other, cell);
            if (both == null && other != null && !other.strip().equals(cell.strip())) {
                Unreadable contradiction = new Unreadable("cell-contradicts", "other", other);
                place.reject(number, columns.header(i), cell, contradiction);
                return null;
            }
            values[target] = both == null ? cell : both;
        }
        letterhead.fill(values, number);
        return values;
    }

    /** What stands in a column; a moment as spreadsheets count it is written as a date. */
    private String value(TableRow row, int column, int target) {
        int origin = row.origin(column);
        return isMoment(target) ? row.moment(origin) : row.cell(origin);
    }

    /** Has the row read that was kept because the next one may be merged with it. */
    private void flush() {
        if (pending != null) {
            Cells cells = pending.cells(place.reading());
            pending = null;
            read(cells);
        }
    }

    private void read(Cells cells) {
        cells.rejectFaults(this::takesRowAlong);
        place.reading().count(kind.kind(), rows != null && rows.read(cells));
    }
}
