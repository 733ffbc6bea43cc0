package id.patuh.intake;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;

/** Lets activities pass, where only surveys and follow-up reports are wanted. */
public final class NoActivities implements ActivitySink {

    @Override
    public void add(ActivityRecord activity) {
        // Not wanted.
    }

    @Override
    public void lose(LostActivity lost) {
        // Not wanted.
    }

    @Override
    public boolean hasCaseOfShape(String shape) {
        return false;
    }

    @Override
    public void end(Dataset read) {
        // Nothing was taken for granted.
    }
}
