package id.patuh.sop;

import id.patuh.violation.SourceRow;
import java.util.List;

/**
 * One row of an activity log, as it was read.
 *
 * @param caseId the case it belongs to; never empty
 * @param sop the SOP that the row cites, as written; null where neither row nor command line names one
 * @param step number of the step or, where the log names it by its title, that as written
 * @param role executor role; null when not recorded
 * @param person who did it; null when not recorded
 * @param start epoch milliseconds
 * @param end epoch milliseconds, or {@link #RUNNING}
 * @param inputs documents used, as written
 * @param outputs documents produced, as written
 * @param decision what an approval decided; null when nothing is recorded
 * @param unit the unit; null when not recorded
 * @param row where it stands
 */
public record ActivityRecord(
        String caseId,
        String sop,
        String step,
        String role,
        String person,
        long start,
        long end,
        List<String> inputs,
        List<String> outputs,
        Outcome decision,
        String unit,
        SourceRow row) {

    /** The {@link #end} of an activity that has not ended. */
    public static final long RUNNING = Long.MAX_VALUE;

    /** What an approval step decided. */
    public enum Outcome {
        APPROVE,
        REVISE
    }

    public ActivityRecord {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
