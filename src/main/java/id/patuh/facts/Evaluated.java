package id.patuh.facts;

import id.patuh.sop.Deadline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * That a version of a case was evaluated.
 *
 * @param caseId the case number
 * @param version that was evaluated
 * @param next when its result can change by time alone; null for never
 * @param asksPlans whether a limit was to be counted by a follow-up plan, so that other plans may change the result
 * @param deadlines what is still to be done in it, and in time
 */
public record Evaluated(String caseId, int version, Instant next, boolean asksPlans, List<Deadline> deadlines) {

    public Evaluated {
        deadlines = List.copyOf(deadlines);
    }

    /** The first of its deadlines; null where it has none. */
    Instant firstDue() {
        return deadlines.stream()
                .map(Deadline::due)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
