package id.patuh.intake;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;

/** Marks what a sink throws while a file is read. */
record GuardedSink(ActivitySink sink) implements ActivitySink {

    @Override
    public void add(ActivityRecord activity) {
        try {
            sink.add(activity);
        } catch (RuntimeException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void lose(LostActivity lost) {
        try {
            sink.lose(lost);
        } catch (RuntimeException e) {
            throw new Failure(e);
        }
    }

    @Override
    public boolean hasCaseOfShape(String shape) {
        return sink.hasCaseOfShape(shape);
    }

    @Override
    public void end(Dataset read) {
        sink.end(read);
    }
}
