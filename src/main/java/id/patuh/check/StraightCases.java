package id.patuh.check;

import id.patuh.intake.ActivitySink.ReadAgain;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.sop.LostRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Has cases judged while the log is read, as long as the rows of each stand together. Whatever shows later that a case
 * was given away too early (another row of it; a lost row that may be of any case; a follow-up plan that a limit is
 * counted by) demands that everything be read again.
 */
final class StraightCases implements CaseGrouping {

    private final Judges judges;
    private final Function<List<LostActivity>, LostRows> lostRows;
    private final SeenCases seen;
    private List<ActivityRecord> rows = new ArrayList<>();
    private List<LostActivity> lost = new ArrayList<>();
    private String open;
    private int cases;

    StraightCases(Judges judges, Function<List<LostActivity>, LostRows> lostRows) {
        this.judges = judges;
        this.lostRows = lostRows;
        this.seen = new SeenCases();
    }

    @Override
    public void add(ActivityRecord row) {
        if (!row.row().table().isSealed()) {
            throw new ReadAgain();
        }
        turnTo(row.caseId());
        rows.add(row);
    }

    @Override
    public void lose(LostActivity row) {
        if (row.caseId() == null) {
            throw new ReadAgain();
        }
        turnTo(row.caseId());
        lost.add(row);
    }

    @Override
    public void end() {
        judges.takeLast(rows, lostRows.apply(lost));
        if (seen.anyTwice()) {
            throw new ReadAgain();
        }
    }

    @Override
    public void close() {
        seen.close();
    }

    private void turnTo(String caseId) {
        if (caseId.equals(open)) {
            return;
        }
        if (!seen.add(caseId)) {
            throw new ReadAgain();
        }
        if (cases == CaseStream.BATCH) {
            judges.take(rows, lostRows.apply(lost));
            rows = new ArrayList<>(rows.size());
            lost = new ArrayList<>();
            cases = 0;
        }
        cases++;
        open = caseId;
    }
}
