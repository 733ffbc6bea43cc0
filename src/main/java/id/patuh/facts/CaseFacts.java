package id.patuh.facts;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a case number: what one log has of it, and cases that it says nothing of.
 *
 * @param rows in the order of the log; empty where none could be read
 * @param lost rows of it that could not be read; not empty where all are
 */
record CaseFacts(List<ActivityRecord> rows, List<LostActivity> lost) {

    /** That something was done: a step was begun, or one was ended. */
    private record Done(String step, boolean ended) {}

    /** The case number. */
    String caseId() {
        return rows.isEmpty() ? lost.get(0).caseId() : rows.get(0).caseId();
    }

    /**
     * Whether others know of more that was done, of any step: that it was begun, or ended, more often. Only that is counted;
     * when and by whom it was done may have been put right.
     *
     * @param at what was to end later had not ended: such moments were mistyped
     */
    boolean lacksAnyOf(CaseFacts others, Instant at) {
        Map<Done, Integer> own = done(at);
        return others.done(at).entrySet().stream().anyMatch(one -> own.getOrDefault(one.getKey(), 0) < one.getValue());
    }

    private Map<Done, Integer> done(Instant at) {
        Map<Done, Integer> done = new HashMap<>();
        for (ActivityRecord row : rows) {
            done.merge(new Done(row.step(), false), 1, Integer::sum);
            if (row.end() <= at.toEpochMilli()) {
                done.merge(new Done(row.step(), true), 1, Integer::sum);
            }
        }
        return done;
    }
}
