package id.patuh.check;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.sop.LostRows;
import java.util.List;
import java.util.function.Function;

/** Has cases judged when all rows are there, whatever order they come in. */
final class SortedCases implements CaseGrouping {

    private final CaseSorter sorter;
    private final Judges judges;
    private final Function<List<LostActivity>, LostRows> lostRows;

    /** @param inMemory rows that are sorted in memory */
    SortedCases(Judges judges, Function<List<LostActivity>, LostRows> lostRows, int inMemory) {
        this.sorter = new CaseSorter(inMemory);
        this.judges = judges;
        this.lostRows = lostRows;
    }

    @Override
    public void add(ActivityRecord row) {
        sorter.add(row);
    }

    @Override
    public void lose(LostActivity row) {
        sorter.lose(row);
    }

    @Override
    public void end() {
        LostRows anywhere = lostRows.apply(sorter.lostAnywhere());
        CaseBatches batches = new CaseBatches(judges, anywhere::and);
        sorter.visit(batches);
        batches.end();
    }

    @Override
    public void close() {
        sorter.close();
    }
}
