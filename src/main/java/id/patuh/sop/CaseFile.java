package id.patuh.sop;

import id.patuh.law.WorkingCalendar;
import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One run of one SOP (berkas), with its activities in order of start, then end, then the input's order. */
public final class CaseFile implements Reportable {

    private final String unit;
    private final String cited;
    private final String id;
    private final Sop sop;

    final AsOf asOf;

    final List<Activity> activities;
    final List<UndoneStep> undone = new ArrayList<>(0);
    final List<CaseConstraint> constraints = new ArrayList<>(0);
    final List<Deadline> deadlines = new ArrayList<>(0);
    /** Day of its first activity, an epoch day. */
    long day;

    WorkingCalendar calendar;
    LostActivity lost;

    boolean closed;
    boolean asksPlans;
    Activity latest;
    long idleDue = Activity.NO_DUE;
    long idleOverrun;
    String idleLimit;
    Step next;

    /**
     * @param asOf of this case alone
     * @param size how many activities there will be
     */
    CaseFile(String unit, String cited, String id, Sop sop, AsOf asOf, int size) {
        this.unit = unit;
        this.cited = cited;
        this.id = id;
        this.sop = sop;
        this.asOf = asOf;
        this.activities = new ArrayList<>(size);
    }

    /** Whether the rule set has the SOP that the log cites. */
    public boolean isSopKnown() {
        return sop != null;
    }

    /** The SOP as the log cites it. */
    public String getCited() {
        return cited;
    }

    /** The SOP, or null when the rule set lacks it. */
    public Sop sop() {
        return sop;
    }

    /** The unit, or null when not recorded. */
    public String unit() {
        return unit;
    }

    /** The case's number. */
    public String id() {
        return id;
    }

    /** Milliseconds of working time by which the pause since the last activity exceeds the limit. */
    public long getIdleOverrun() {
        return idleOverrun;
    }

    /** When the next step ought to have begun. */
    public Instant getIdleDue() {
        return Instant.ofEpochMilli(idleDue);
    }

    /** The longest pause allowed, as the rule set words it. */
    public String getIdleLimit() {
        return idleLimit;
    }

    /** When the last activity ended. */
    public Instant getIdleSince() {
        return latest.getEnd();
    }

    /** The step that ought to come next, as "4 Melaksanakan survey". */
    public String getNextStep() {
        return next == null ? null : next.no() + " " + next.title();
    }

    /** The row of the last activity. */
    public Evidence getLatestRow() {
        return latest.cell("end");
    }

    /** Its activities, in order. */
    public List<Activity> activities() {
        return activities;
    }

    /**
     * The first moment after that of the check at which something else may be found of the case, or be not evaluated,
     * though its rows, the rules and the plans are the same; null: never. That what is overdue {@link #getsLater} is nothing
     * else.
     */
    public Instant nextChange() {
        return asOf.nextChange();
    }

    /** What is still to be done, and in time at the moment of the check; in no particular order. */
    public List<Deadline> deadlines() {
        return deadlines;
    }

    /** Whether something of the case is overdue and still runs, so that its overrun grows. */
    public boolean getsLater() {
        return asOf.grows();
    }

    /** Whether a limit of the case is counted by a follow-up plan, be there one or not: another plan may change it. */
    public boolean asksPlans() {
        return asksPlans;
    }

    /** The moment of the check. */
    public Instant asOf() {
        return asOf.moment();
    }

    /** The calendar that its working time is counted by. */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /** Whether its last step is finished and was not sent back. */
    public boolean closed() {
        return closed;
    }

    /** A row that could not be read and is of the case, or may be: then nothing is taken for not done. Null: none. */
    public LostActivity lost() {
        return lost;
    }

    /** The steps of which nothing was done, as far as its logs can show that. */
    public List<UndoneStep> undone() {
        return Collections.unmodifiableList(undone);
    }

    /** The step that the case waits for since its last activity ended; null where it does not, or nobody can tell. */
    public Step next() {
        return next;
    }

    /** Everything that rules judge about the case. */
    public void addFactsTo(List<Object> facts) {
        facts.add(this);
        facts.addAll(activities);
        facts.addAll(undone);
        facts.addAll(constraints);
    }

    @Override
    public Subject subject() {
        return Subject.ofCase(unit, sop == null ? cited : sop.id(), id);
    }

    @Override
    public List<Evidence> evidence() {
        return List.of(activities.get(0).record.row().cell("sop"));
    }

    @Override
    public LocalDate lawDate() {
        return LocalDate.ofEpochDay(day);
    }

    @Override
    public String ground() {
        return sop == null ? null : "SOP " + sop.number();
    }
}
