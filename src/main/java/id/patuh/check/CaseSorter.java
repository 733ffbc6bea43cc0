package id.patuh.check;

import id.patuh.intake.ActivityCodec;
import id.patuh.intake.LostActivityCodec;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.spool.SortedSpool;
import java.io.Closeable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Brings the rows of each case number together, whatever order and however many they come in. */
public final class CaseSorter implements Closeable {

    private final SortedSpool<ActivityRecord> rows;
    private final SortedSpool<LostActivity> lostOfCases;
    private final LostAnywhere lostAnywhere = new LostAnywhere();

    /** @param inMemory rows that are sorted in memory */
    public CaseSorter(int inMemory) {
        this.rows = new SortedSpool<>(new ActivityCodec(), Comparator.comparing(ActivityRecord::caseId), inMemory);
        this.lostOfCases =
                new SortedSpool<>(new LostActivityCodec(), Comparator.comparing(LostActivity::caseId), inMemory);
    }

    /** Takes a row. */
    public void add(ActivityRecord row) {
        rows.add(row);
    }

    /** Takes note of a row that could not be read. */
    public void lose(LostActivity row) {
        if (row.caseId() == null) {
            lostAnywhere.add(row);
        } else {
            lostOfCases.add(row);
        }
    }

    /** How many rows were taken, but for the lost ones. */
    public long size() {
        return rows.size();
    }

    /** Whether there is neither a row nor one that could not be read and tells its case. */
    public boolean isEmpty() {
        return rows.isEmpty() && lostOfCases.isEmpty();
    }

    /** Lost rows that may be of any case of their file, once all rows were taken; of several like each other the first. */
    public List<LostActivity> lostAnywhere() {
        lostAnywhere.narrow(rows).forEach(lostOfCases::add);
        return lostAnywhere.rows();
    }

    /**
     * Shows all case numbers that have rows, in order, each with what was lost of it, too; and those of which all was lost,
     * in the same order. To be called after {@link #lostAnywhere}, which may tell of which cases a lost row is; any number
     * of times.
     */
    public void visit(CaseVisitor visitor) {
        Iterator<LostActivity> losses = lostOfCases.iterator();
        LostActivity loss = next(losses);
        String open = null;
        for (ActivityRecord row : rows) {
            if (!row.caseId().equals(open)) {
                open = row.caseId();
                loss = beginCase(visitor, loss, losses, open);
            }
            visitor.add(row);
        }
        for (; loss != null; loss = next(losses)) {
            visitor.loseAlone(loss);
        }
    }

    /** Shows what was lost of numbers up to one that begins; gives the first loss after it. */
    private static LostActivity beginCase(
            CaseVisitor visitor, LostActivity first, Iterator<LostActivity> losses, String caseId) {
        LostActivity loss = first;
        for (; loss != null && loss.caseId().compareTo(caseId) < 0; loss = next(losses)) {
            visitor.loseAlone(loss);
        }
        visitor.beginCase();
        for (; loss != null && loss.caseId().equals(caseId); loss = next(losses)) {
            visitor.lose(loss);
        }
        return loss;
    }

    private static LostActivity next(Iterator<LostActivity> losses) {
        return losses.hasNext() ? losses.next() : null;
    }

    @Override
    public void close() {
        rows.close();
        lostOfCases.close();
    }
}
