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
    /** By position of the step: the place of its latest activity among those of the case, or -1. */
    private final int[] latest;
    /** By position of a step that was done, epoch milliseconds. */
    private final long[] earliestEnd;
    /** By what the log says where the SOP knows no such step. */
    private final Map<String, Activity> latestOfUnknown = new HashMap<>(0);

    private final List<Activity> decided = new ArrayList<>(0);
    private boolean refused;
    private boolean running;
    private boolean closed;

    /** @param order null where the SOP is unknown */
    CaseHistory(CaseFile file, StepOrder order) {
        this.file = file;
        this.order = order;
        int steps = order == null ? 0 : file.sop().steps().size();
        this.latest = new int[steps];
        this.earliestEnd = new long[steps];
        Arrays.fill(latest, -1);
    }

    /**
     * Adds the next activity to the case.
     *
     * @param step null where the SOP, or it and the step, are unknown
     */
    Activity add(ActivityRecord row, Step step) {
        Activity before = step == null ? latestOfUnknown.get(row.step()) : latestOf(step);
        Activity activity = new Activity(row, file, step, before == null ? 1 : before.round + 1);
        if (before != null) {
            before.lastRound = false;
        }
        running |= !activity.isEnded();
        if (row.decision() != null) {
            decided.add(activity);
            refused |= row.decision() == Outcome.REVISE;
        }
        if (step == null) {
            latestOfUnknown.put(row.step(), activity);
        } else {
            int position = step.position();
            earliestEnd[position] = before == null ? row.end() : Math.min(earliestEnd[position], row.end());
            latest[position] = file.activities.size();
            closed |= step == order.last() && activity.isEnded() && row.decision() != Outcome.REVISE;
        }
        file.activities.add(activity);
        return activity;
    }

    private Activity latestOf(Step step) {
        int place = latest[step.position()];
        return place < 0 ? null : file.activities.get(place);
    }

    private boolean isDone(Step step) {
        return latest[step.position()] >= 0;
    }

    /** The latest work so far that a step judges, or null when it is no approval or nothing was done before it. */
    Activity judgedBy(Step step) {
        int place = -1;
        for (Step approved : order.approvedBy(step)) {
            place = Math.max(place, latest[approved.position()]);
        }
        return place < 0 ? null : file.activities.get(place);
    }

    /** Numbers of the steps before this activity's that are done, but of which nothing had finished when it started. */
    List<Integer> unfinishedBefore(Activity activity) {
        long start = activity.record.start();
        for (Step before : order.before(activity.step)) {
            // Nearly always all have finished.
            if (isDone(before) ? earliestEnd[before.position()] > start : before.optional()) {
                Set<Integer> unfinished = new LinkedHashSet<>();
                collectUnfinished(activity.step, start, unfinished);
                return List.copyOf(unfinished);
            }
        }
        return List.of();
    }

    private void collectUnfinished(Step step, long start, Set<Integer> unfinished) {
        for (Step before : order.before(step)) {
            if (isDone(before)) {
                if (earliestEnd[before.position()] > start) {
                    unfinished.add(before.no());
                }
            } else if (before.optional()) {
                // A step left out by right passes the order on to the steps before it.
                collectUnfinished(before, start, unfinished);
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
        for (Step step : order.steps()) {
            if (!isDone(step)) {
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

    /** The activities with a decision. */
    List<Activity> decided() {
        return decided;
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
        Activity latestEnded = null;
        for (Activity activity : file.activities) {
            if (activity.step != null
                    && activity.isEnded()
                    && (latestEnded == null || activity.record.end() >= latestEnded.record.end())) {
                latestEnded = activity;
            }
        }
        return latestEnded;
    }

    /** The step that ought to follow an activity, or null when that cannot be told. */
    Step next(Activity after) {
        Step.Decision decision = after.step.decision();
        if (decision != null && after.record.decision() != null) {
            Integer target = after.record.decision() == Outcome.APPROVE ? decision.approve() : decision.revise();
            if (target != null) {
                return order.step(target);
            }
        }
        for (Step step : order.steps()) {
            if (!step.optional() && step.position() > after.step.position() && isOpen(step, after)) {
                return step;
            }
        }
        return null;
    }

    /** Whether a step is still to be done after an activity: never begun or, where work was sent back, not since. */
    private boolean isOpen(Step step, Activity after) {
        return !isDone(step) || after.round > 1 && latestOf(step).record.start() < after.record.start();
    }
}
