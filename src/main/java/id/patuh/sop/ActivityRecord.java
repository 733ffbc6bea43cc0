package id.patuh.sop;

import id.patuh.violation.SourceRow;
import java.util.List;

/**
 * One row of an activity log, as it was read.
 *
 * @param caseId the case it belongs to; never empty
 * @param kind what many rows say alike
 * @param person who did it; null when not recorded
 * @param unit the unit; null when not recorded
 * @param start epoch milliseconds
 * @param end epoch milliseconds, or {@link #RUNNING}
 * @param row where it stands
 */
public record ActivityRecord(
        String caseId, ActivityKind kind, String person, String unit, long start, long end, SourceRow row) {

    /** The {@link #end} of an activity that has not ended. */
    public static final long RUNNING = Long.MAX_VALUE;

    /** What an approval step decided. Stored rows tell it by its place here. */
    public enum Outcome {
        APPROVE,
        REVISE
    }

    /** @see ActivityKind#sop */
    public String sop() {
        return kind.sop();
    }

    /** @see ActivityKind#step */
    public String step() {
        return kind.step();
    }

    /** @see ActivityKind#role */
    public String role() {
        return kind.role();
    }

    /** @see ActivityKind#inputs */
    public List<String> inputs() {
        return kind.inputs();
    }

    /** @see ActivityKind#outputs */
    public List<String> outputs() {
        return kind.outputs();
    }

    /** @see ActivityKind#decision */
    public Outcome decision() {
        return kind.decision();
    }
}
