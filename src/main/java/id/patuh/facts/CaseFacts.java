package id.patuh.facts;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one log has of a case number.
 *
 * @param rows in the order of the log; never empty
 * @param lost rows of it that could not be read
 */
record CaseFacts(List<ActivityRecord> rows, List<LostActivity> lost) {

    /** What tells a row of a case apart from its others. */
    private record Done(String step, long start) {

        Done(ActivityRecord row) {
            this(row.step(), row.start());
        }
    }

    /** The case number. */
    String caseId() {
        return rows.get(0).caseId();
    }

    /**
     * The latest start or end of all that had come at a moment; null where none had. Moments to come were mistyped: they
     * would make the row that was put right the older one, for years.
     */
    Instant latest(Instant at) {
        long now = at.toEpochMilli();
        long latest = Long.MIN_VALUE;
        for (ActivityRecord row : rows) {
            latest = row.start() > now ? latest : Math.max(latest, row.start());
            latest = row.end() > now ? latest : Math.max(latest, row.end());
        }
        return latest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(latest);
    }

    /** Whether others have a row that these lack: one of the same step and start counts as the same. */
    boolean lacksAnyOf(CaseFacts others) {
        Set<Done> own = new HashSet<>();
        rows.forEach(row -> own.add(new Done(row)));
        return others.rows.stream().anyMatch(row -> !own.contains(new Done(row)));
    }
}
