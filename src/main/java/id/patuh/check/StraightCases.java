package id.patuh.check;

import id.patuh.intake.ActivitySink.ReadAgain;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.util.function.Supplier;

/**
 * Has cases judged while the log is read, as long as the rows of each stand together. Whatever shows later that a case
 * was given away too early (another row of it; a lost row that may be of any case; a follow-up plan that a limit is
 * counted by) demands that everything be read again.
 */
final class StraightCases implements CaseGrouping {

    private final CaseBatches batches;
    private final Supplier<ReadAgain> distrust;
    private final SeenCases seen = new SeenCases();
    private String open;

    /** @param distrust asked for what is thrown where cases were given away too early */
    StraightCases(CaseBatches batches, Supplier<ReadAgain> distrust) {
        this.batches = batches;
        this.distrust = distrust;
    }

    @Override
    public void add(ActivityRecord row) {
        if (!row.row().table().isSealed()) {
            throw distrust.get();
        }
        turnTo(row.caseId());
        batches.add(row);
    }

    @Override
    public void lose(LostActivity row) {
        if (row.caseId() == null) {
            throw distrust.get();
        }
        turnTo(row.caseId());
        batches.lose(row);
    }

    @Override
    public void end() {
        batches.end();
        if (seen.anyTwice()) {
            throw distrust.get();
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
            throw distrust.get();
        }
        batches.beginCase();
        open = caseId;
    }
}
