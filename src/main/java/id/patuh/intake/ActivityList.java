package id.patuh.intake;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Keeps all activities in memory. */
public final class ActivityList implements ActivitySink {

    private final List<ActivityRecord> activities = new ArrayList<>();
    private final List<LostActivity> lost = new ArrayList<>();

    @Override
    public void add(ActivityRecord activity) {
        activities.add(activity);
    }

    @Override
    public void lose(LostActivity row) {
        lost.add(row);
    }

    @Override
    public boolean hasCaseOfShape(String shape) {
        return Stream.concat(
                        activities.stream().map(ActivityRecord::caseId),
                        lost.stream().map(LostActivity::caseId))
                .anyMatch(known -> known != null && Wording.shape(known).equals(shape));
    }

    @Override
    public void end(Dataset read) {
        // Nothing was taken for granted.
    }

    /** Has another sink take what was kept. */
    public void giveTo(ActivitySink other) {
        activities.forEach(other::add);
        lost.forEach(other::lose);
    }

    void clear() {
        activities.clear();
        lost.clear();
    }

    /** The rows, in the order of the input. */
    public List<ActivityRecord> activities() {
        return Collections.unmodifiableList(activities);
    }

    /** Rows that could not be read. */
    public List<LostActivity> lost() {
        return Collections.unmodifiableList(lost);
    }
}
