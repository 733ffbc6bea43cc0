package id.patuh.intake;

import id.patuh.intake.Footnotes.Kept;
import id.patuh.intake.HeaderSearch.Header;
import id.patuh.intake.HeaderSearch.Line;
import java.util.List;
import java.util.Map;

/** One table of a follow-up report. The others may follow it. */
final class FollowUpTable extends HeadedTable {

    private static final List<TableKind> FOLLOWING = List.of(TableKind.PLAN, TableKind.REALISATIONS, TableKind.OPEN);

    private final Footnotes footnotes;

    FollowUpTable(TablePlace place, Header header, List<Line> titles, Map<String, Letterhead.Entry> above) {
        super(place, header, above);
        columns.rejectUnknown(columns.map(kind().fields()), heading -> false);
        Map<String, Letterhead.Entry> head = Letterhead.read(titles, Fields.FOLLOW_UP_HEAD);
        readBy(place.reading().followUp(columns.table(), columns.line(), head).rows(kind()));
        this.footnotes = new Footnotes(header, place);
    }

    @Override
    List<TableKind> following() {
        return FOLLOWING;
    }

    @Override
    boolean mayHead(TableRow row) {
        return true;
    }

    @Override
    TableRow recordIn(TableRow row, int number) {
        if (footnotes.take(row, number)) {
            return null;
        }
        // What stands between the items of a report is one of them.
        footnotes.release().forEach(kept -> record(kept.line(), kept.line().number()));
        return row;
    }

    @Override
    void closeNotes() {
        List<Kept> below = footnotes.release();
        noteSkipped(below.size(), below.isEmpty() ? 0 : below.get(0).line().number());
    }

    @Override
    void endEmpty(boolean belowLog) {
        place.reading().emptyFollowUpTable(place.sheet());
    }
}
