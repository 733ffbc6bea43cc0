package id.patuh.sop;

import id.patuh.violation.Subject;
import java.time.Instant;

/**
 * Something of a case that is still to be done, and in time.
 *
 * @param subject what it is about: that of the violation that it will be, if nothing is done
 * @param kind what is to be done
 * @param step number of the step to be done
 * @param due the last moment in time. On the working clock it may have passed where nobody works before the next day
 */
public record Deadline(Subject subject, Kind kind, int step, Instant due) {

    /** What is to be done until a deadline. */
    public enum Kind {
        /** To end an activity of the step that runs. */
        STEP,
        /** To begin the next step. */
        NEXT_STEP,
        /** To end the step that a constraint of the SOP sets a limit to. */
        CONSTRAINT
    }
}
