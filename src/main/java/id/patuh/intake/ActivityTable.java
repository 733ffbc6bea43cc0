package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Header;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.mapping.Transition;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An activity log. Any other table may follow it. */
final class ActivityTable extends HeadedTable {

    private final List<Line> titles;
    private final int transitions;
    private final int start;
    private final int end;
    private final Footnotes footnotes;

    ActivityTable(TablePlace place, Header header, List<Line> titles, Map<String, Letterhead.Entry> above) {
        super(place, header, above);
        this.titles = titles;
        this.transitions = mapColumns();
        letterhead.addLog(titles);
        SourceTable table = columns.table();
        this.start = table.column("start");
        this.end = table.column("end");
        boolean complete = columns.require("case") & columns.require("step") & columns.require("start");
        if (!table.has("sop") && !place.activities().hasDefaultSop()) {
            complete = columns.require("sop");
        }
        // With one time a row, rows that complete something would seem to run for ever.
        if (complete && (transitions < 0 || table.has("end"))) {
            ActivityRows rows = new ActivityRows(place.reading(), place.activities());
            readBy(rows);
            // Else rows may say more than their cells.
            if (transitions < 0 && start != end && !columns.areShared() && letterhead.isEmpty()) {
                takeBy(new PlainActivities(
                        this, columns, rows, place.activities().plainTimes()));
            }
        }
        if (!complete && place.reading().first("mappable")) {
            place.reading().note("columns-mappable", Map.of());
        }
        this.footnotes = new Footnotes(header, place);
        table.seal();
    }

    /** Assigns the columns. Returns the one that tells which event of an activity a row is, or -1. */
    private int mapColumns() {
        int found = -1;
        for (int column : columns.map(Fields.ACTIVITY)) {
            String header = columns.header(column);
            if (Fields.isTransition(header)) {
                columns.reject(header, new Unreadable("events-unmapped"));
                found = column;
            } else if (!header.isBlank()) {
                columns.reject(header, new Unreadable("column-unknown"));
            } else if (place.layout() == Table.Layout.TEXT) {
                columns.reject("#" + (column + 1), new Unreadable("column-unheaded"));
            }
        }
        return found;
    }

    /** Takes note of a record that was read by its bytes. */
    void took(int line) {
        footnotes.pass(line);
        took();
    }

    @Override
    List<TableKind> following() {
        return place.wanted();
    }

    /** Nearly every row of a log has a time, which begins with a digit. */
    @Override
    boolean mayHead(TableRow row) {
        if (row.size() > TableReader.WIDEST_BELOW) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            String cell = columns.target(i) == start && start >= 0 ? row.cell(i) : null;
            if (cell != null && !cell.isEmpty() && Character.isDigit(cell.charAt(0))) {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean goesOnUnder(TableRow headings) {
        return headings.cells().equals(columns.headers());
    }

    /** What stands between a log and the table that follows may be the letterhead of that one. */
    @Override
    List<Line> aboveNext(List<Line> aboveAll) {
        List<Line> between = new ArrayList<>();
        for (Footnotes.Kept row : footnotes.release()) {
            if (isNote(row)) {
                between.add(row.line());
            } else {
                between.clear();
                record(row.line(), row.line().number());
            }
        }
        between.addAll(titles);
        return between;
    }

    @Override
    TableRow recordIn(TableRow row, int number) {
        return footnotes.take(row, number) ? null : row;
    }

    @Override
    void closeNotes() {
        int count = 0;
        int first = 0;
        for (Footnotes.Kept row : footnotes.release()) {
            if (isNote(row)) {
                first = count++ == 0 ? row.line().number() : first;
            } else {
                record(row.line(), row.line().number());
            }
        }
        noteSkipped(count, first);
    }

    /** Whether a row that may be none of the table's records is none. */
    private boolean isNote(Footnotes.Kept row) {
        String caseId = footnotes.caseOf(row);
        if (!row.below() && !row.loose()) {
            return false;
        }
        if (caseId == null) {
            return true;
        }
        return !place.reading().target.activities.hasCaseOfShape(Wording.shape(caseId));
    }

    @Override
    boolean refuses(TableRow row, int number) {
        String transition = transitions < 0 || !isRead() ? null : row.cell(transitions);
        if (Words.notRecorded(transition) || Transition.of(transition) == Transition.COMPLETE) {
            return false;
        }
        place.reject(number, columns.header(transitions), transition, new Unreadable("events-unmapped"));
        return true;
    }

    @Override
    boolean mayBeContinued(TableRow row) {
        return row.isMerged();
    }

    @Override
    boolean isMoment(int target) {
        return target == start || target == end;
    }
}
