package id.patuh.facts;

import id.patuh.check.CaseShapes;
import id.patuh.check.CaseSorter;
import id.patuh.intake.ActivitySink;
import id.patuh.intake.Dataset;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;

/** Brings the rows of each case of a log together while it is read. */
final class LogSink implements ActivitySink, AutoCloseable {

    private final CaseShapes shapes = new CaseShapes();
    private final CaseSorter sorter;

    /** @param inMemory rows that are sorted in memory */
    LogSink(int inMemory) {
        this.sorter = new CaseSorter(inMemory);
    }

    @Override
    public void add(ActivityRecord activity) {
        shapes.note(activity.caseId());
        sorter.add(activity);
    }

    @Override
    public void lose(LostActivity lost) {
        shapes.note(lost.caseId());
        sorter.lose(lost);
    }

    @Override
    public boolean hasCaseOfShape(String shape) {
        return shapes.has(shape);
    }

    @Override
    public void end(Dataset read) {
        // Nothing was taken for granted.
    }

    /** All that was taken. */
    CaseSorter cases() {
        return sorter;
    }

    @Override
    public void close() {
        sorter.close();
    }
}
