package id.patuh.check;

import id.patuh.intake.ActivityCodec;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.sop.LostRows;
import id.patuh.spool.SortedSpool;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Brings the rows of each case together, whatever order they come in, and has the cases judged when all are there. */
final class SortedCases implements CaseGrouping {

    private final SortedSpool<ActivityRecord> rows;
    private final SortedSpool<LostActivity> lostOfCases;
    private final LostAnywhere lostAnywhere = new LostAnywhere();
    private final Judges judges;
    private final Function<List<LostActivity>, LostRows> lostRows;

    /** @param inMemory rows that are sorted in memory */
    SortedCases(Judges judges, Function<List<LostActivity>, LostRows> lostRows, int inMemory) {
        this.rows = new SortedSpool<>(new ActivityCodec(), Comparator.comparing(ActivityRecord::caseId), inMemory);
        this.lostOfCases =
                new SortedSpool<>(new LostActivityCodec(), Comparator.comparing(LostActivity::caseId), inMemory);
        this.judges = judges;
        this.lostRows = lostRows;
    }

    @Override
    public void add(ActivityRecord row) {
        rows.add(row);
    }

    @Override
    public void lose(LostActivity row) {
        if (row.caseId() == null) {
            lostAnywhere.add(row);
        } else {
            lostOfCases.add(row);
        }
    }

    @Override
    public void end() {
        lostAnywhere.narrow(rows).forEach(lostOfCases::add);
        LostRows anywhere = lostRows.apply(lostAnywhere.rows());
        Iterator<LostActivity> losses = lostOfCases.iterator();
        LostActivity loss = losses.hasNext() ? losses.next() : null;
        CaseBatches batches = new CaseBatches(judges, anywhere::and);
        String open = null;
        for (ActivityRecord row : rows) {
            if (!row.caseId().equals(open)) {
                batches.beginCase();
                open = row.caseId();
                while (loss != null && loss.caseId().compareTo(open) <= 0) {
                    if (loss.caseId().equals(open)) {
                        batches.lose(loss);
                    }
                    loss = losses.hasNext() ? losses.next() : null;
                }
            }
            batches.add(row);
        }
        batches.end();
    }

    @Override
    public void close() {
        rows.close();
        lostOfCases.close();
    }
}
