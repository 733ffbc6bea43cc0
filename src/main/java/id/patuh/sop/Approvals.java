package id.patuh.sop;

import id.patuh.sop.ActivityRecord.Outcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The approvals of a case in which something was refused, and what goes past them. */
final class Approvals {

    private static final Comparator<Activity> BY_END = Comparator.comparingLong(a -> a.record.end());

    private final List<Activity> activities;
    /** By their ends. */
    private final Activity[] decided;

    private final StepOrder order;
    /** By position of the approval, by their ends; null until asked for. */
    private final Activity[][] decisions;
    /** By position of the step: its latest activity before the one at hand, or null. */
    private final Activity[] latest;

    /** @param decided the activities with a decision */
    Approvals(CaseFile file, StepOrder order, List<Activity> decided) {
        this.activities = file.activities;
        this.decided = decided.toArray(Activity[]::new);
        for (int i = 1; i < this.decided.length; i++) {
            if (this.decided[i - 1].record.end() > this.decided[i].record.end()) {
                Arrays.sort(this.decided, BY_END);
                break;
            }
        }
        this.order = order;
        this.decisions = new Activity[order.steps().length][];
        this.latest = new Activity[order.steps().length];
    }

    /** Tells each activity of the case which approval it bypasses. */
    void bind() {
        for (Activity activity : activities) {
            if (activity.step != null) {
                activity.bypassed = bypassedBy(activity);
                latest[activity.step.position()] = activity;
            }
        }
    }

    /**
     * The approval that an activity bypasses: it comes after the approval in the SOP, and when it started the latest
     * decision was to revise. What follows from a bypass is not another one: only the first steps past the approval count.
     */
    private Activity bypassedBy(Activity activity) {
        for (Step approval : order.approvals()) {
            if (order.isSubjectTo(approval, activity.step)) {
                Activity decided = latestDecision(approval, activity.record.start());
                if (decided != null
                        && decided.record.decision() == Outcome.REVISE
                        && !isFollowed(approval, decided, activity.step)) {
                    return decided;
                }
            }
        }
        return null;
    }

    private Activity latestDecision(Step approval, long moment) {
        Activity[] byEnd = decisions(approval);
        int from = 0;
        int until = byEnd.length;
        while (from < until) {
            int middle = (from + until) >>> 1;
            if (byEnd[middle].record.end() <= moment) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        return from == 0 ? null : byEnd[from - 1];
    }

    private Activity[] decisions(Step approval) {
        int position = approval.position();
        if (decisions[position] == null) {
            Activity[] ofStep = new Activity[decided.length];
            int count = 0;
            for (Activity activity : decided) {
                if (activity.step == approval) {
                    ofStep[count++] = activity;
                }
            }
            decisions[position] = count == ofStep.length ? ofStep : Arrays.copyOf(ofStep, count);
        }
        return decisions[position];
    }

    /** Whether a step between the approval and this one has begun since the decision. */
    private boolean isFollowed(Step approval, Activity decided, Step step) {
        for (Step between : order.steps()) {
            Activity begun = latest[between.position()];
            // A step's latest activity is the one that began last.
            if (begun != null
                    && order.precedes(approval, between)
                    && order.precedes(between, step)
                    && begun.record.start() >= decided.record.end()) {
                return true;
            }
        }
        return false;
    }
}
