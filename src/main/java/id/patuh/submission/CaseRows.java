package id.patuh.submission;

import id.patuh.check.CaseShapes;
import id.patuh.intake.ActivitySink;
import id.patuh.intake.Dataset;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the rows of one case number while a log is read. */
final class CaseRows implements ActivitySink {

    /** Nobody can make out more in a picture, and they are all held at once. */
    private static final int MOST = 20_000;

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
            refuseTooMany();
        }
    }

    /** Also rows that do not tell their case: they may be of this one. */
    @Override
    public void lose(LostActivity row) {
        shapes.note(row.caseId());
        if (row.caseId() == null || row.caseId().equals(number)) {
            lost.add(row);
            refuseTooMany();
        }
    }

    private void refuseTooMany() {
        if (rows.size() + lost.size() > MOST) {
            throw new SubmissionException("submission-case-too-long", Map.of("case", number));
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
