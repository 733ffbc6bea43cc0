package id.patuh.sop;

import id.patuh.law.Clock;
import id.patuh.law.WorkingCalendar;
import java.time.Instant;

/**
 * The moment of a check, as one case asks about it. Remembers the earliest later moment at which an answer would be another
 * one: until then the same rows give the same findings. That something late gets later is no other answer.
 */
final class AsOf {

    private static final long NEVER = Long.MAX_VALUE;

    private final long moment;
    private long change = NEVER;
    private boolean grows;

    /** @param moment epoch milliseconds, as are all moments here */
    AsOf(long moment) {
        this.moment = moment;
    }

    /** Whether a moment is yet to come. */
    boolean isBefore(long other) {
        if (other <= moment) {
            return false;
        }
        change = Math.min(change, other);
        return true;
    }

    /**
     * How late something is: {@link WorkingCalendar#overrun} up to its end or, while it runs, up to now.
     *
     * @param end its end, or {@link ActivityRecord#RUNNING}
     */
    long overrun(WorkingCalendar calendar, long due, long end, Clock clock) {
        long overrun = calendar.overrun(due, until(end), clock);
        if (end == ActivityRecord.RUNNING) {
            grows |= overrun > 0;
            if (overrun == 0) {
                change = Math.min(change, calendar.firstOverrun(due, clock));
            }
        }
        return overrun;
    }

    /** Whether an overrun up to that end may be more than is known, since it is not known when people work then. */
    boolean isAtLeast(long overrun, WorkingCalendar calendar, long end, Clock clock) {
        return overrun > 0 && clock == Clock.WORKING && !calendar.covers(calendar.epochDay(until(end)));
    }

    private long until(long end) {
        return end == ActivityRecord.RUNNING ? moment : end;
    }

    /** Whether an overrun that it gave grows as time passes. */
    boolean grows() {
        return grows;
    }

    Instant moment() {
        return Instant.ofEpochMilli(moment);
    }

    /** The earliest later moment at which an answer would be another one; null: never. */
    Instant nextChange() {
        return change == NEVER ? null : Instant.ofEpochMilli(change);
    }
}
