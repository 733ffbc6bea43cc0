package id.patuh.ledger.followup;

import id.patuh.skm.FollowedItem.MeantUnsur;
import id.patuh.skm.Period;
import id.patuh.violation.Evidence;
import id.patuh.violation.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is known of an item of a follow-up plan: enough to show it, and to tell its state on any day, when its report is gone.
 *
 * @param report the report that plans it
 * @param plan the item as it is planned
 * @param outcome what its reports say of it
 * @param presence whether it is still planned, and judged
 * @param judgedUntil the last day on which it was judged with what its reports say; null while it still is
 */
public record FollowUpItem(Report report, Plan plan, Outcome outcome, Presence presence, LocalDate judgedUntil) {

    /**
     * A report.
     *
     * @param key by which it is known, whatever its spelling
     * @param survey id of the survey that it follows, or null
     * @param unit the unit, or null
     * @param service the service surveyed; null where there is none, or the survey is not known
     * @param surveyPeriod what the survey covers, or null
     * @param period what the report covers, or null
     * @param claimedPercent the percentage realised that it claims, as printed, or null
     * @param subject what violations of it as a whole are about
     * @param whole whether all of its plan and of its realisations could be read
     */
    public record Report(
            String key,
            String survey,
            String unit,
            String service,
            Period surveyPeriod,
            Period period,
            BigDecimal claimedPercent,
            Subject subject,
            boolean whole) {}

    /**
     * What is planned.
     *
     * @param number its number, as written
     * @param unsur what it is for; empty where nothing is named
     * @param activity what is to be done
     * @param owner who answers for it, or null
     * @param schedule whether its quarters are known
     * @param firstStart first day of its first quarter; null where that is not known
     * @param lastEnd last day of its last quarter; null where that is not known
     * @param subjects what violations of it are about
     * @param place where it stands
     */
    public record Plan(
            String number,
            List<MeantUnsur> unsur,
            String activity,
            String owner,
            Schedule schedule,
            LocalDate firstStart,
            LocalDate lastEnd,
            List<Subject> subjects,
            Evidence place) {

        public Plan {
            unsur = List.copyOf(unsur);
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * What was reported.
     *
     * @param done whether it is done
     * @param proof whether documents prove it; null unless it is done
     * @param evidence the documents that are named
     * @param obstacle what stands in its way, as reported; null where nothing is
     * @param places where it is reported
     */
    public record Outcome(Done done, Proof proof, List<String> evidence, String obstacle, List<Evidence> places) {

        public Outcome {
            evidence = List.copyOf(evidence);
            places = List.copyOf(places);
        }
    }

    /** Whether quarters are known. */
    public enum Schedule {
        KNOWN,
        /** None is planned. */
        NONE,
        /** What stands there cannot be read, or their year cannot be told. */
        UNKNOWN
    }

    /** Whether an item is done. */
    public enum Done {
        DONE,
        /** Its reports list what was done, and this is not among it. */
        NOT_DONE,
        /** No report lists yet what was done. */
        UNLISTED,
        /** What a report says of it could not be read. */
        UNREADABLE
    }

    /** Whether documents prove what was done. */
    public enum Proof {
        NAMED(ItemState.DONE),
        MISSING(ItemState.UNPROVEN),
        /** A table that says that it is done has no column for them. */
        UNKNOWN(ItemState.PROOF_UNKNOWN);

        private final ItemState state;

        Proof(ItemState state) {
            this.state = state;
        }
    }

    /** Whether an item is still planned. */
    public enum Presence {
        JUDGED,
        /** The same report came again without it. */
        DROPPED,
        /** Its plan was purged, or is no longer read as it was. */
        NOT_JUDGED
    }

    /** How it stands on a day that is not before it was learnt. */
    public ItemState state(LocalDate day) {
        if (presence == Presence.DROPPED) {
            return ItemState.DROPPED;
        }
        return switch (outcome.done) {
            case DONE -> outcome.proof.state;
            case UNREADABLE -> plan.schedule == Schedule.NONE ? ItemState.UNSCHEDULED : ItemState.UNKNOWN;
            case NOT_DONE, UNLISTED -> stateByTime(day);
        };
    }

    private ItemState stateByTime(LocalDate day) {
        return switch (plan.schedule) {
            case NONE -> ItemState.UNSCHEDULED;
            case UNKNOWN -> ItemState.UNKNOWN;
            case KNOWN -> {
                if (day.isBefore(plan.firstStart)) {
                    yield ItemState.PLANNED;
                }
                if (!day.isAfter(plan.lastEnd)) {
                    yield ItemState.UNDER_WAY;
                }
                // What was over when it was judged last is late; what came to its end since, nobody has looked at.
                boolean judged = judgedUntil == null || plan.lastEnd.isBefore(judgedUntil);
                yield outcome.done == Done.NOT_DONE && judged ? ItemState.OVERDUE : ItemState.UNKNOWN;
            }
        };
    }

    /** Last day of its last quarter; null where it is done, planned no longer, or the quarter is not known. */
    public LocalDate due() {
        return presence == Presence.DROPPED || outcome.done == Done.DONE ? null : plan.lastEnd;
    }

    FollowUpItem dropped() {
        return new FollowUpItem(report, plan, outcome, Presence.DROPPED, null);
    }

    FollowUpItem unjudgedSince(LocalDate last) {
        return new FollowUpItem(report, plan, outcome, Presence.NOT_JUDGED, last);
    }
}
