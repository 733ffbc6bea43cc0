package id.patuh.intake;

import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;

/** A row of activities that was read by its bytes. What stands in its cells is put together when somebody asks. */
final class PlainActivityRow extends SourceRow {

    private final PlainActivities.Layout layout;
    private final String[] kind;
    private final String[] others;
    private ActivityRecord record;

    /**
     * @param kind what tells the activity's kind, in the layout's order
     * @param others what no record tells, in the layout's order; null for nothing
     */
    PlainActivityRow(SourceTable table, int number, PlainActivities.Layout layout, String[] kind, String[] others) {
        super(table, number, null);
        this.layout = layout;
        this.kind = kind;
        this.others = others;
    }

    /** Makes the record of the row; once. */
    ActivityRecord record(String caseId, ActivityKind does, String person, String unit, long start, long end) {
        record = new ActivityRecord(caseId, does, person, unit, start, end, this);
        return record;
    }

    @Override
    public String[] cells() {
        return layout.cells(record, kind, others);
    }
}
