package id.patuh.submission;

import id.patuh.check.CaseShapes;
import id.patuh.intake.ActivitySink;
import id.patuh.intake.Dataset;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.util.ArrayList;
import java.util.List;

/** Keeps the rows of one case number while a log is read. */
final class CaseRows implements ActivitySink {

    private final String number;
    private final CaseShapes shapes = new CaseShapes();
    private final List<ActivityRecord> rows = new ArrayList<>();
    private final List<LostActivity> lost = new ArrayList<>();

    CaseRows(String number) {
        this.number = number;
    }

    @Override
    public void add(ActivityRecord activity) {
        shapes.note(activity.caseId());
        if (activity.caseId().equals(number)) {
            rows.add(activity);
        }
    }

    /** Also rows that do not tell their case: they may be of this one. */
    @Override
    public void lose(LostActivity row) {
        shapes.note(row.caseId());
        if (row.caseId() == null || row.caseId().equals(number)) {
            lost.add(row);
        }
    }

    @Override
    public boolean hasCaseOfShape(String shape) {
        return shapes.has(shape);
    }

    @Override
    public void end(Dataset read) {
        // Nothing was taken for granted.
    }

    List<ActivityRecord> rows() {
        return rows;
    }

    List<LostActivity> lost() {
        return lost;
    }
}
