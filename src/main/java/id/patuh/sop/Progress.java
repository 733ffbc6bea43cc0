package id.patuh.sop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each step of a case was begun, and ended. Only that is counted: when and by whom it was done may have been put
 * right.
 */
final class Progress {

    private final Map<Done, Integer> done = new HashMap<>();

    /** That something was done: a step was begun, or one was ended. */
    private record Done(String step, boolean ended) {}

    private Progress() {}

    /** @param at epoch milliseconds; what is to end later has not ended */
    static Progress of(List<ActivityRecord> rows, long at) {
        Progress progress = new Progress();
        for (ActivityRecord row : rows) {
            progress.done.merge(new Done(row.step(), false), 1, Integer::sum);
            if (row.end() <= at) {
                progress.done.merge(new Done(row.step(), true), 1, Integer::sum);
            }
        }
        return progress;
    }

    /** Whether the other one knows of more that was done, of any step. */
    boolean lacksAnyOf(Progress other) {
        return other.done.entrySet().stream().anyMatch(one -> done.getOrDefault(one.getKey(), 0) < one.getValue());
    }
}
