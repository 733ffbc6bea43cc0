package id.patuh.sop;

import id.patuh.sop.ActivityRecord.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The approvals of a case: what they judge, and what goes past them. Asked about each activity in turn. */
final class Approvals {

    private static final Comparator<Activity> BY_END = Comparator.comparingLong(a -> a.record.end());

    private final List<Activity> activities;
    private final List<Step> steps;
    private final StepOrder order;
    private final boolean refused;
    /** By position of the approval, by their ends; null until asked for. */
    private final Activity[][] decisions;
    /** By position of the step: the index of its latest activity before the one at hand, or -1. */
    private final int[] latest;

    private int at;

    /** @param refused whether any decision was to revise */
    Approvals(CaseFile file, StepOrder order, boolean refused) {
        this.activities = file.activities;
        this.steps = file.sop().steps();
        this.order = order;
        this.refused = refused;
        this.decisions = new Activity[refused ? steps.size() : 0][];
        this.latest = new int[steps.size()];
        Arrays.fill(latest, -1);
    }

    /** Goes on to the next activity. */
    void pass() {
        Step step = activities.get(at).step;
        if (step != null) {
            latest[step.position()] = at;
        }
        at++;
    }

    /** The latest work that the activity at hand judges, or null when it is no approval or nothing was done before it. */
    Activity work() {
        int work = -1;
        for (Step approved : order.approvedBy(activities.get(at).step)) {
            work = Math.max(work, latest[approved.position()]);
        }
        return work < 0 ? null : activities.get(work);
    }

    /**
     * The approval that the activity at hand bypasses: it comes after the approval in the SOP, and when it started the latest
     * decision was to revise. What follows from a bypass is not another one: only the first steps past the approval count.
     */
    Activity bypassed() {
        if (!refused) {
            return null;
        }
        Activity activity = activities.get(at);
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
            List<Activity> decided = new ArrayList<>(2);
            for (Activity activity : activities) {
                if (activity.step == approval && activity.record.decision() != null) {
                    decided.add(activity);
                }
            }
            decided.sort(BY_END);
            decisions[position] = decided.toArray(Activity[]::new);
        }
        return decisions[position];
    }

    /** Whether a step between the approval and this one has begun since the decision. */
    private boolean isFollowed(Step approval, Activity decided, Step step) {
        for (Step between : steps) {
            int begun = latest[between.position()];
            // A step's latest activity is the one that began last.
            if (begun >= 0
                    && order.precedes(approval, between)
                    && order.precedes(between, step)
                    && activities.get(begun).record.start() >= decided.record.end()) {
                return true;
            }
        }
        return false;
    }
}
