package id.patuh.sop;

import id.patuh.sop.ActivityRecord.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The activities of a case, asked about their order. */
final class CaseHistory {

    private final CaseFile file;
    private final StepOrder order;
    /** By position of the step; null where nothing was done. */
    private final List<List<Activity>> ofStep;

    CaseHistory(CaseFile file, StepOrder order) {
        this.file = file;
        this.order = order;
        this.ofStep = new ArrayList<>(Collections.nCopies(file.sop().steps().size(), null));
        for (Activity activity : file.activities) {
            if (activity.step != null) {
                int position = activity.step.position();
                if (ofStep.get(position) == null) {
                    ofStep.set(position, new ArrayList<>(2));
                }
                ofStep.get(position).add(activity);
            }
        }
    }

    /** Steps before this activity's that are done, but of which nothing had finished when it started. */
    List<Step> unfinishedBefore(Activity activity) {
        Set<Step> unfinished = new LinkedHashSet<>();
        collectUnfinished(activity.step, activity.record.start(), unfinished);
        return List.copyOf(unfinished);
    }

    private void collectUnfinished(Step step, long start, Set<Step> unfinished) {
        for (Step before : order.before(step)) {
            List<Activity> done = ofStep.get(before.position());
            if (done != null) {
                if (done.stream().noneMatch(a -> a.record.end() <= start)) {
                    unfinished.add(before);
                }
            } else if (before.optional()) {
                // A step left out by right passes the order on to the steps before it.
                collectUnfinished(before, start, unfinished);
            }
        }
    }

    /**
     * The approval that this activity bypasses: it comes after the approval in the SOP, and when it started the latest
     * decision was to revise. What follows from a bypass is not another one: only the first steps past the approval count.
     */
    Activity bypassedBy(Activity activity) {
        for (Step approval : order.approvals()) {
            if (ofStep.get(approval.position()) != null
                    && order.precedes(approval, activity.step)
                    && !onRevisePath(approval, activity.step)) {
                Activity latest = latestDecision(approval, activity.record.start());
                if (latest != null
                        && latest.record.decision() == Outcome.REVISE
                        && !furtherStepBegun(approval, latest, activity)) {
                    return latest;
                }
            }
        }
        return null;
    }

    private boolean onRevisePath(Step approval, Step step) {
        Integer target = approval.decision().revise();
        if (target == null) {
            return false;
        }
        Step revise = file.sop().step(target).orElse(null);
        return revise != null
                && order.precedes(approval, revise)
                && (revise.equals(step) || order.precedes(revise, step));
    }

    private Activity latestDecision(Step approval, long at) {
        Activity latest = null;
        for (Activity decided : ofStep.get(approval.position())) {
            if (decided.record.decision() != null
                    && decided.record.end() <= at
                    && (latest == null || decided.record.end() >= latest.record.end())) {
                latest = decided;
            }
        }
        return latest;
    }

    private boolean furtherStepBegun(Step approval, Activity decision, Activity activity) {
        for (Activity other : file.activities) {
            if (other == activity) {
                return false;
            }
            if (other.step != null
                    && other.record.start() >= decision.record.end()
                    && order.precedes(approval, other.step)
                    && order.precedes(other.step, activity.step)) {
                return true;
            }
        }
        return false;
    }

    /** The latest work that this approval judges, or null when this is no approval or nothing was done before it. */
    Activity approvedWork(Activity approval) {
        Step.Decision decision = approval.step.decision();
        if (decision == null) {
            return null;
        }
        List<Integer> judged = decision.revise() != null
                        && file.sop()
                                .step(decision.revise())
                                .filter(s -> order.precedes(s, approval.step))
                                .isPresent()
                ? List.of(decision.revise())
                : approval.step.after();
        Activity latest = null;
        for (Activity other : file.activities) {
            if (other == approval) {
                return latest;
            }
            if (other.step != null && judged.contains(other.step.no())) {
                latest = other;
            }
        }
        return latest;
    }

    /** Whether the last step is finished and was not sent back. */
    boolean closed() {
        List<Activity> last = ofStep.get(order.last().position());
        return !file.sop().free()
                && last != null
                && last.stream().anyMatch(a -> a.isEnded() && a.record.decision() != Outcome.REVISE);
    }

    /** Steps of which nothing was done. */
    List<UndoneStep> undone() {
        List<UndoneStep> undone = new ArrayList<>();
        for (Step step : file.sop().steps()) {
            if (ofStep.get(step.position()) == null) {
                undone.add(new UndoneStep(file, step, passedBy(step)));
            }
        }
        return undone;
    }

    private Activity passedBy(Step step) {
        boolean closed = closed();
        for (Activity activity : file.activities) {
            if (activity.step != null
                    && (order.precedes(step, activity.step) || closed && activity.step.equals(order.last()))) {
                return activity;
            }
        }
        // A free SOP has no last step: what was not done when the log ends was left out.
        return file.sop().free() ? file.activities.get(file.activities.size() - 1) : null;
    }

    /** Whether an activity is still running. */
    boolean running() {
        return file.activities.stream().anyMatch(a -> !a.isEnded());
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
                return file.sop().step(target).orElse(null);
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
        List<Activity> done = ofStep.get(step.position());
        return done == null
                || latest.round > 1 && done.stream().noneMatch(a -> a.record.start() >= latest.record.start());
    }
}
