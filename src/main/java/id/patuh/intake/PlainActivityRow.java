package id.patuh.intake;

import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;

/** A row of activities that was read by its bytes. What stands in its cells is put together when somebody asks. */
final class PlainActivityRow extends SourceRow {

    private final PlainActivities.Layout layout;
    private final String caseId;
    private final String[] kind;
    private final String[] others;
    private final long start;
    private final long end;

    /**
     * @param kind what tells the activity's kind, in the layout's order
     * @param others what else stands there, in the layout's order
     * @param end as in an activity's record
     */
    PlainActivityRow(
            SourceTable table,
            int number,
            PlainActivities.Layout layout,
            String caseId,
            String[] kind,
            String[] others,
            long start,
            long end) {
        super(table, number, null);
        this.layout = layout;
        this.caseId = caseId;
        this.kind = kind;
        this.others = others;
        this.start = start;
        this.end = end;
    }

    @Override
    public String[] cells() {
        return layout.cells(caseId, kind, others, start, end);
    }
}
