package id.patuh.check;

import id.patuh.law.Clock;
import id.patuh.law.Overrun;
import id.patuh.law.WorkingSpan;
import id.patuh.violation.Evidence;
import id.patuh.violation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What was done of a case when, step by step, and how that stands with the limits of its SOP: by the very facts that rules
 * judge.
 *
 * @param subject the case
 * @param sop the revision of its SOP that it is judged by; null where the rule set knows no such SOP
 * @param asOf the moment that it is judged at
 * @param working when people work, from the first moment of the case to its last one
 * @param closed whether its last step is finished; never that of a free SOP
 * @param steps those of the SOP in its order, then steps that it does not have in the order in which they were begun
 * @param lost a row that could not be read and is of the case, or may be; null where there is none
 */
public record CaseTimeline(
        Subject subject,
        Procedure sop,
        Instant asOf,
        Working working,
        boolean closed,
        List<StepLine> steps,
        Evidence lost) {

    public CaseTimeline {
        steps = List.copyOf(steps);
    }

    /**
     * A revision of an SOP.
     *
     * @param number as printed
     * @param title as printed
     */
    public record Procedure(String number, String title) {}

    /**
     * When people work.
     *
     * @param calendar id of the calendar
     * @param zone of its days
     * @param knownFrom from when on it is known
     * @param knownUntil up to when it is known
     * @param spans working time, in order
     */
    public record Working(
            String calendar, ZoneId zone, Instant knownFrom, Instant knownUntil, List<WorkingSpan> spans) {

        public Working {
            spans = List.copyOf(spans);
        }
    }

    /**
     * A step.
     *
     * @param number as printed, or as the log says where the SOP has no such step
     * @param title null where the SOP has no such step
     * @param optional whether a case may go without it
     * @param executions what was done of it, in order
     * @param absence why nothing was; null where something was
     * @param pause that the case waits for it; null where it does not
     */
    public record StepLine(
            String number, String title, boolean optional, List<Execution> executions, Absence absence, Pause pause) {

        public StepLine {
            executions = List.copyOf(executions);
        }
    }

    /** Why nothing is known of a step. */
    public enum Absence {
        /** It had to be done, and the case went past it. */
        MISSING,
        /** It may be left out, and the case went past it. */
        LEFT_OUT,
        /** The case has not come to it. */
        NOT_YET,
        /** It may stand in a row that could not be read. */
        ROWS_LOST,
        /** The log does not record such steps. */
        NOT_RECORDED
    }

    /**
     * That a case waits for a step to begin.
     *
     * @param since when its last activity ended
     * @param due when the step ought to begin; null where working days are not known
     * @param limit the longest pause allowed, as the rule set words it
     * @param overrun by how much the pause exceeds it; zero where it does not
     */
    public record Pause(Instant since, Instant due, String limit, Duration overrun) {}

    /**
     * One execution of a step.
     *
     * @param round how often the step had been begun by then, from 1
     * @param start when it began
     * @param end when it ended; null while it runs
     * @param role who did it, as the log says; null when not recorded
     * @param person likewise
     * @param decision what was decided, or null
     * @param due until when it was to end; null where there is no limit
     * @param standing how it stands with that
     * @param lateness by how much it is over; null where it is not
     * @param flaw what is wrong with its times, or null
     * @param row where it stands
     */
    public record Execution(
            int round,
            Instant start,
            Instant end,
            String role,
            String person,
            Decision decision,
            Due due,
            Standing standing,
            Overrun lateness,
            Flaw flaw,
            Evidence row) {}

    /** What an approval came to. */
    public enum Decision {
        APPROVE,
        REVISE
    }

    /** What times cannot be. */
    public enum Flaw {
        /** It ends before it starts. */
        REVERSED,
        /** It starts or ends after the moment of the check. */
        IN_FUTURE
    }

    /** How an execution stands with its limit. */
    public enum Standing {
        /** It ended by then. */
        IN_TIME,
        /** It ended later: what {@code step-late} finds. */
        LATE,
        /** It runs and is not late yet. */
        RUNNING,
        /** It runs and is late: what {@code step-overdue} finds. */
        OVERDUE,
        /** There is no limit, or it cannot be told. */
        UNJUDGED
    }

    /**
     * A limit and what follows from it.
     *
     * @param moment the last one in time; null where it cannot be told
     * @param limit as the SOP prints it; of several steps that are recorded as one, each of their limits
     * @param clock which time it counts
     * @param byPlan whether it is the last day of the unit's follow-up plan
     * @param lack what is lacking to judge by it, as rules name their needs ({@code log.calendar}); null where nothing is
     */
    public record Due(Instant moment, String limit, Clock clock, boolean byPlan, String lack) {}
}
