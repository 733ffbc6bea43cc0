package id.patuh.sop;

import id.patuh.sop.ActivityRecord.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The activities of a case, added in their order and asked about it. Questions but {@link #add} need a known SOP. */
final class CaseHistory {

    private final CaseFile file;
    private final StepOrder order;
    /** By position of the step; null where nothing was done. */
    private final Activity[] latestOfStep;
    /** By position of the step, epoch milliseconds. */
    private final long[] earliestEnd;
    /** By what the log says where the SOP knows no such step. */
    private final Map<String, Activity> latestOfUnknown = new HashMap<>(0);

    private final Set<Step> unfinished = new LinkedHashSet<>(0);
    private boolean refused;
    private boolean running;
    private boolean closed;

    /** @param order null where the SOP is unknown */
    CaseHistory(CaseFile file, StepOrder order) {
        this.file = file;
        this.order = order;
        int steps = order == null ? 0 : file.sop().steps().size();
        this.latestOfStep = new Activity[steps];
        this.earliestEnd = new long[steps];
        Arrays.fill(earliestEnd, ActivityRecord.RUNNING);
    }

    /**
     * Adds the next activity to the case.
     *
     * @param step null where the SOP, or it and the step, are unknown
     */
    Activity add(ActivityRecord row, Step step) {
        Activity before = step == null ? latestOfUnknown.get(row.step()) : latestOfStep[step.position()];
        Activity activity = new Activity(row, file, step, before == null ? 1 : before.round + 1);
        if (before != null) {
            before.lastRound = false;
        }
        file.activities.add(activity);
        running |= !activity.isEnded();
        refused |= row.decision() == Outcome.REVISE;
        if (step == null) {
            latestOfUnknown.put(row.step(), activity);
        } else {
            latestOfStep[step.position()] = activity;
            earliestEnd[step.position()] = Math.min(earliestEnd[step.position()], row.end());
            closed |= step == order.last() && activity.isEnded() && row.decision() != Outcome.REVISE;
        }
        return activity;
    }

    private boolean isDone(Step step) {
        return latestOfStep[step.position()] != null;
    }

    /** Numbers of the steps before this activity's that are done, but of which nothing had finished when it started. */
    List<Integer> unfinishedBefore(Activity activity) {
        unfinished.clear();
        collectUnfinished(activity.step, activity.record.start());
        return unfinished.isEmpty()
                ? List.of()
                : unfinished.stream().map(Step::no).toList();
    }

    private void collectUnfinished(Step step, long start) {
        for (Step before : order.before(step)) {
            if (isDone(before)) {
                if (earliestEnd[before.position()] > start) {
                    unfinished.add(before);
                }
            } else if (before.optional()) {
                // A step left out by right passes the order on to the steps before it.
                collectUnfinished(before, start);
            }
        }
    }

    /** Whether the last step is finished and was not sent back. */
    boolean closed() {
        return closed && !file.sop().free();
    }

    /** Steps of which nothing was done. */
    List<UndoneStep> undone() {
        List<UndoneStep> undone = new ArrayList<>(0);
        for (int position = 0; position < latestOfStep.length; position++) {
            if (latestOfStep[position] == null) {
                Step step = file.sop().steps().get(position);
                undone.add(new UndoneStep(file, step, passedBy(step)));
            }
        }
        return undone;
    }

    private Activity passedBy(Step step) {
        for (Activity activity : file.activities) {
            if (activity.step != null
                    && (order.precedes(step, activity.step) || closed() && activity.step == order.last())) {
                return activity;
            }
        }
        // A free SOP has no last step: what was not done when the log ends was left out.
        return file.sop().free() ? file.activities.get(file.activities.size() - 1) : null;
    }

    /** Whether any decision was to revise. */
    boolean refused() {
        return refused;
    }

    /** Whether an activity is still running. */
    boolean running() {
        return running;
    }

    /** The activity of a known step that ended last, or null. */
    Activity latestEnded() {
        Activity latest = null;
        for (Activity activity : file.activities) {
            if (activity.step != null
                    && activity.isEnded()
                    && (latest == null || activity.record.end() >= latest.record.end())) {
                latest = activity;
            }
        }
        return latest;
    }

    /** The step that ought to follow an activity, or null when that cannot be told. */
    Step next(Activity latest) {
        Step.Decision decision = latest.step.decision();
        if (decision != null && latest.record.decision() != null) {
            Integer target = latest.record.decision() == Outcome.APPROVE ? decision.approve() : decision.revise();
            if (target != null) {
                return order.step(target);
            }
        }
        for (Step step : file.sop().steps()) {
            if (!step.optional() && step.position() > latest.step.position() && isOpen(step, latest)) {
                return step;
            }
        }
        return null;
    }

    /** Whether a step is still to be done after an activity: never begun or, where work was sent back, not since. */
    private boolean isOpen(Step step, Activity latest) {
        return !isDone(step)
                || latest.round > 1 && latestOfStep[step.position()].record.start() < latest.record.start();
    }
}
