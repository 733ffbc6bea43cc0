package id.patuh.sop;

import id.patuh.law.Overrun;
import id.patuh.law.Parameters;
import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One execution of a step, bound to its case and to the SOP's demands. What is arithmetic (times, order, names) has been
 * worked out by {@link CaseBinder}; rules only judge it.
 */
public final class Activity implements Reportable {

    final ActivityRecord record;
    final CaseFile caseFile;
    final Step step;
    final int round;

    /** The day it started, an epoch day in the zone of the case's calendar. */
    long day;

    Parameters.InForce law;
    boolean lastRound = true;
    boolean inForce = true;
    boolean startsInFuture;
    boolean endsInFuture;
    long due = NO_DUE;
    long overrun;
    boolean overrunAtLeast;
    boolean dueByPlan;
    String dueLack;
    boolean roleAllowed = true;
    /** Steps before its own that the log does not record apart from it. */
    List<Step> enclosed = List.of();

    DocumentMatch inputMatch = DocumentMatch.COMPLETE;
    DocumentMatch outputMatch = DocumentMatch.COMPLETE;
    List<Integer> unfinishedBefore = List.of();
    Activity bypassed;
    Activity ownWork;
    boolean decisionLacking;

    static final long NO_DUE = Long.MIN_VALUE;

    Activity(ActivityRecord record, CaseFile caseFile, Step step, int round) {
        this.record = record;
        this.caseFile = caseFile;
        this.step = step;
        this.round = round;
    }

    /** Whether the SOP has the step; true also where the SOP itself is unknown. */
    public boolean isStepKnown() {
        return step != null || caseFile.sop() == null;
    }

    /** The step of the SOP; null where that has none such, or is unknown. */
    public Step step() {
        return step;
    }

    /** What was decided, or null. */
    public ActivityRecord.Outcome decision() {
        return record.decision();
    }

    /** Whether its limit is the last day of a follow-up plan rather than a time that the SOP prints. */
    public boolean dueByPlan() {
        return dueByPlan;
    }

    /** What is lacking, as rules name their needs, to tell whether it is late; null where nothing is, or there is no limit. */
    public String dueLack() {
        return dueLack;
    }

    /** Whether the activity falls into the SOP's time in force. */
    public boolean isInForce() {
        return inForce;
    }

    /** Whether it has ended. */
    public boolean isEnded() {
        return record.end() != ActivityRecord.RUNNING;
    }

    /** Whether it is said to have ended before it started. */
    public boolean isReversed() {
        return record.end() < record.start();
    }

    /** Whether it starts, or ends, after the moment of the check. */
    public boolean isInFuture() {
        return startsInFuture || endsInFuture;
    }

    /** Milliseconds, on the step's clock, between the due time and the end (or, still running, the moment of the check). */
    public long getOverrun() {
        return overrun;
    }

    /** Whether the role that did it is one of the step's executors; true where either is not known. */
    public boolean isRoleAllowed() {
        return roleAllowed;
    }

    /** Whether the step's executor was inferred, not printed. */
    public boolean isExecutorInferred() {
        return step != null && step.executorInferred();
    }

    /** Required inputs that the log does not name. */
    public List<String> getMissingInputs() {
        return inputMatch.missing();
    }

    /** Required outputs that the log does not name. */
    public List<String> getMissingOutputs() {
        return outputMatch.missing();
    }

    /** Whether a document's name differs a little from the SOP's. */
    public boolean isDrifting() {
        return !inputMatch.drifted().isEmpty() || !outputMatch.drifted().isEmpty();
    }

    /** Numbers of preceding steps that are done later, but of which nothing had finished when this started. */
    public List<Integer> getUnfinishedBefore() {
        return unfinishedBefore;
    }

    /** Whether it went on although the latest decision of an approval before it was to revise. */
    public boolean isBypassing() {
        return bypassed != null;
    }

    /** Whether it is an approval by the person who did what it approves. */
    public boolean isOwnWorkApproved() {
        return ownWork != null;
    }

    /** Whether it is an approval that ended without a recorded decision. */
    public boolean isDecisionLacking() {
        return decisionLacking;
    }

    /** How often the step had been begun by then, this time included. */
    public int getRound() {
        return round;
    }

    /** Whether the step was not begun again. */
    public boolean isLastRound() {
        return lastRound;
    }

    /** A whole number that the rule set prescribes on the day of the activity; null when none was in force. */
    public Integer count(String parameter) {
        return law.count(parameter);
    }

    /** The step's title; null for an unknown step. */
    public String getTitle() {
        return step == null ? null : step.title();
    }

    /** The time limit as the SOP prints it; of several steps recorded as one, each of their limits. */
    public String getWithin() {
        return Stream.concat(enclosed.stream(), Stream.ofNullable(step))
                .map(Step::within)
                .collect(Collectors.joining(" + "));
    }

    /** When it was due; null when no limit could be measured. */
    public Instant getDue() {
        return due == NO_DUE ? null : Instant.ofEpochMilli(due);
    }

    public Instant getStart() {
        return Instant.ofEpochMilli(record.start());
    }

    /** When it ended; null while it runs. */
    public Instant getEnd() {
        return isEnded() ? Instant.ofEpochMilli(record.end()) : null;
    }

    /** The moment of the check. */
    public Instant getAsOf() {
        return caseFile.asOf.moment();
    }

    /** The first of its times that is yet to come, when {@link #isInFuture()}. */
    public Instant getFutureTime() {
        return startsInFuture ? getStart() : getEnd();
    }

    /** The cell of {@link #getFutureTime()}. */
    public Evidence getFutureCell() {
        return cell(startsInFuture ? "start" : "end");
    }

    /** {@link #getOverrun()}, and whether it may be more. */
    public Overrun getLateness() {
        return new Overrun(Duration.ofMillis(overrun), overrunAtLeast);
    }

    /** The step's executors. */
    public List<String> getExecutors() {
        return step.executor();
    }

    public String getRole() {
        return record.role();
    }

    public String getPerson() {
        return record.person();
    }

    /** The documents whose names drift, as the SOP words them. */
    public List<String> getDemandedNames() {
        return drifts().stream().map(DocumentMatch.Drift::demanded).toList();
    }

    /** The documents whose names drift, as the log words them. */
    public List<String> getGivenNames() {
        return drifts().stream().map(DocumentMatch.Drift::given).toList();
    }

    private List<DocumentMatch.Drift> drifts() {
        return Stream.concat(inputMatch.drifted().stream(), outputMatch.drifted().stream())
                .toList();
    }

    public List<String> getInputs() {
        return record.inputs();
    }

    public List<String> getOutputs() {
        return record.outputs();
    }

    /** The approval that was bypassed. */
    public Activity getBypassed() {
        return bypassed;
    }

    /** The approver's own work. */
    public Activity getOwnWork() {
        return ownWork;
    }

    /** First and last day of the SOP, as far as they are known. */
    public List<LocalDate> getSopDates() {
        Sop sop = caseFile.sop();
        return sop.until() == null ? List.of(sop.inForce()) : List.of(sop.inForce(), sop.until());
    }

    /** The day it started, in the zone of the SOP's calendar. */
    public LocalDate getDay() {
        return LocalDate.ofEpochDay(day);
    }

    /** The cell of one of the log's fields. */
    public Evidence cell(String field) {
        return record.row().cell(field);
    }

    /** The cells in which document names drift. */
    public List<Evidence> getDriftingCells() {
        List<Evidence> cells = new ArrayList<>();
        if (!inputMatch.drifted().isEmpty()) {
            cells.add(cell("inputs"));
        }
        if (!outputMatch.drifted().isEmpty()) {
            cells.add(cell("outputs"));
        }
        return cells;
    }

    /** The number of the step as the SOP prints it, or what the log says where it knows no such step. */
    public String getStepNumber() {
        return step == null ? record.step() : Integer.toString(step.no());
    }

    @Override
    public Subject subject() {
        return caseFile.subject().atStep(getStepNumber()).inRound(round);
    }

    @Override
    public List<Evidence> evidence() {
        return List.of(record.row().whole());
    }

    @Override
    public LocalDate lawDate() {
        return LocalDate.ofEpochDay(day);
    }

    @Override
    public String ground() {
        String ground = caseFile.ground();
        return ground == null || step == null ? ground : ground + " langkah " + step.no();
    }
}
