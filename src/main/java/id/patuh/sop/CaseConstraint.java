package id.patuh.sop;

import id.patuh.law.Overrun;
import id.patuh.violation.Evidence;
import id.patuh.violation.Lack;
import id.patuh.violation.NamedStep;
import id.patuh.violation.Reportable;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A constraint of an SOP, in one case: how the case's activities of the constraint's steps lie to each other. Rules judge
 * which of it breaks the constraint. The first two steps are called a and b.
 *
 * <p>Activities that lack something exclude those that an open case may still supply with it.
 */
public final class CaseConstraint implements Reportable {

    private final CaseFile caseFile;
    private final Constraint constraint;
    private final StepPair pair;

    boolean allRows = true;
    boolean over;
    Involvement involvement = Involvement.NOBODY;
    Activity begun;
    Activity reached;
    long due = Activity.NO_DUE;
    long overrun;
    boolean overrunAtLeast;

    /** @param over whether nothing more is to come in the case */
    CaseConstraint(CaseFile caseFile, Constraint constraint, boolean over) {
        this.caseFile = caseFile;
        this.constraint = constraint;
        this.over = over;
        List<Step> steps = constraint.steps();
        this.pair = new StepPair(caseFile.activities, steps.get(0), steps.size() == 1 ? null : steps.get(1), over);
    }

    Constraint constraint() {
        return constraint;
    }

    StepPair pair() {
        return pair;
    }

    /** What the constraint demands. */
    public ConstraintKind getKind() {
        return constraint.kind();
    }

    /** Whether everything that the log held of the case could be read, so that what is not there was not done. */
    public boolean isAllRows() {
        return allRows;
    }

    /** Whether nothing more is to come: the case is closed, or its SOP has no last step. */
    public boolean isOver() {
        return over;
    }

    /** How often, for constraints that count. */
    public int getCount() {
        return constraint.count();
    }

    /** How often a was done. */
    public int getTimes() {
        return pair.ofA().size();
    }

    /** Whether a was done. */
    public boolean isDoneA() {
        return !pair.ofA().isEmpty();
    }

    /** Whether b was done. */
    public boolean isDoneB() {
        return !pair.ofB().isEmpty();
    }

    /** Whether the case begins with a. */
    public boolean isBegunWithA() {
        return pair.isA(first());
    }

    /** Whether the case ends with a. */
    public boolean isEndedWithA() {
        return pair.isA(last());
    }

    /** Every a after which no b came. */
    public List<Activity> getWithoutLaterB() {
        return pair.withoutLaterB();
    }

    /** Every b before which there was no a. */
    public List<Activity> getWithoutEarlierA() {
        return pair.withoutEarlierA();
    }

    /** Both of these, in order. */
    public List<Activity> getOutOfSuccession() {
        return pair.inOrder(pair.withoutLaterB(), pair.withoutEarlierA());
    }

    /** Every a after which no b came before the next a. */
    public List<Activity> getWithoutBBeforeNextA() {
        return pair.withoutBBeforeNextA();
    }

    /** Every b before which there was no a since the previous b. */
    public List<Activity> getWithoutASincePreviousB() {
        return pair.withoutASincePreviousB();
    }

    /** Both of these, in order. */
    public List<Activity> getOutOfAlternation() {
        return pair.inOrder(pair.withoutBBeforeNextA(), pair.withoutASincePreviousB());
    }

    /** Every a that is not directly followed by a b. */
    public List<Activity> getWithoutBNext() {
        return pair.withoutBNext();
    }

    /** Every b that does not directly follow an a. */
    public List<Activity> getWithoutAJustBefore() {
        return pair.withoutAJustBefore();
    }

    /** Both of these, in order. */
    public List<Activity> getOutOfChain() {
        return pair.inOrder(pair.withoutBNext(), pair.withoutAJustBefore());
    }

    /** Every a with a b after it, and every b with an a before it. */
    public List<Activity> getInSuccession() {
        return pair.inSuccession();
    }

    /** Every a with a b directly after it, and that b. */
    public List<Activity> getInChain() {
        return pair.inChain();
    }

    /** Which of a and b were done, or that none was. */
    public Object getDone() {
        List<NamedStep> done = new ArrayList<>();
        if (isDoneA()) {
            done.add(getA());
        }
        if (isDoneB()) {
            done.add(getB());
        }
        return done.isEmpty() ? Lack.NONE : done;
    }

    /** Every activity of a. */
    public List<Activity> getEveryA() {
        return pair.ofA();
    }

    /** Every activity of a or b, in order. */
    public List<Activity> getEveryAOrB() {
        return pair.inOrder(pair.ofA(), pair.ofB());
    }

    /** The activities of a from the n-th on. */
    public List<Activity> fromNth(int n) {
        return pair.ofA().subList(n - 1, pair.ofA().size());
    }

    /** The case's first activity. */
    public List<Activity> getFirst() {
        return List.of(first());
    }

    /** The case's last activity. */
    public List<Activity> getLast() {
        return List.of(last());
    }

    /** The persons known to have done any of the steps, as the log writes them. */
    public List<String> getPersons() {
        return involvement.persons();
    }

    /** The persons who did what different persons should have done: both a and b, or two activities. */
    public List<String> getSharedPersons() {
        return involvement.shared();
    }

    /** The activities of the steps with a known person. */
    public List<Activity> getByPersons() {
        return involvement.byPersons();
    }

    /** The activities of those {@link #getSharedPersons}. */
    public List<Activity> getBySharedPersons() {
        return involvement.byShared();
    }

    /** Milliseconds, on the constraint's clock, by which b ended (or has not ended yet) after it was due. */
    public long getOverrun() {
        return overrun;
    }

    /** {@link #getOverrun()}, and whether it may be more. */
    public Overrun getLateness() {
        return new Overrun(Duration.ofMillis(overrun), overrunAtLeast);
    }

    /** The time limit as the SOP prints it. */
    public String getLimit() {
        return constraint.printedLimit();
    }

    /** When the first a began. */
    public Instant getBegun() {
        return begun.getStart();
    }

    /** When b was due. */
    public Instant getDue() {
        return Instant.ofEpochMilli(due);
    }

    /** When b ended, or that it has not ended or never came. */
    public Object getFound() {
        return reached == null ? Lack.NEVER : reached.isEnded() ? reached.getEnd() : Lack.RUNNING;
    }

    /** Where the first a began. */
    public Evidence getBegunCell() {
        return begun.cell("start");
    }

    /** Where b ended, or would have; null where it never came. */
    public Evidence getFinishedCell() {
        return reached == null ? null : reached.cell("end");
    }

    /** Step a. */
    public NamedStep getA() {
        return named(constraint.steps().get(0));
    }

    /** Step b. */
    public NamedStep getB() {
        return named(constraint.steps().get(1));
    }

    /** All steps of the constraint. */
    public List<NamedStep> getSteps() {
        return constraint.steps().stream().map(CaseConstraint::named).toList();
    }

    /** The step of the case's first activity, as the log writes it where the SOP has no such step. */
    public Object getFirstStep() {
        return stepOf(first());
    }

    /** The step of the case's last activity, likewise. */
    public Object getLastStep() {
        return stepOf(last());
    }

    /** The cells of a field in the rows of those activities. */
    public List<Evidence> cells(String field, List<Activity> activities) {
        return activities.stream().map(a -> a.cell(field)).toList();
    }

    private Activity first() {
        return caseFile.activities.get(0);
    }

    private Activity last() {
        return caseFile.activities.get(caseFile.activities.size() - 1);
    }

    private static Object stepOf(Activity activity) {
        return activity.step == null ? activity.getStepNumber() : named(activity.step);
    }

    private static NamedStep named(Step step) {
        return new NamedStep(step.no(), step.title());
    }

    @Override
    public Subject subject() {
        return caseFile.subject().under(constraint.id());
    }

    /** The case's first row: what was not done at all stands nowhere. */
    @Override
    public List<Evidence> evidence() {
        return List.of(first().cell("case"));
    }

    @Override
    public LocalDate lawDate() {
        return caseFile.lawDate();
    }

    @Override
    public String ground() {
        return caseFile.ground() + " batasan " + constraint.id();
    }

    @Override
    public Severity severity() {
        return constraint.severity();
    }

    @Override
    public String basis() {
        return constraint.basis();
    }
}
