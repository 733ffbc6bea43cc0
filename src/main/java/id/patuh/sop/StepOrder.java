package id.patuh.sop;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which steps of an SOP come before which: its {@code after} relation and everything that follows from it. */
final class StepOrder {

    private final Step[] steps;
    private final Map<Integer, Step> byNumber = new HashMap<>();
    private final Step[] approvals;
    // The rest by position of the step.
    private final Step[][] before;
    private final BitSet[] ancestors;
    private final Step[][] approved;
    private final BitSet[] subject;

    StepOrder(Sop sop) {
        List<Step> steps = sop.steps();
        this.steps = steps.toArray(Step[]::new);
        steps.forEach(s -> byNumber.put(s.no(), s));
        this.approvals = steps.stream().filter(s -> s.decision() != null).toArray(Step[]::new);
        this.before = steps.stream()
                .map(s -> s.after().stream().map(byNumber::get).toArray(Step[]::new))
                .toArray(Step[][]::new);
        this.ancestors = new BitSet[steps.size()];
        steps.forEach(this::ancestorsOf);
        this.approved = steps.stream().map(this::findApproved).toArray(Step[][]::new);
        this.subject = steps.stream().map(this::subjectTo).toArray(BitSet[]::new);
    }

    /** All steps, by position; not to be changed. */
    Step[] steps() {
        return steps;
    }

    /** The approval steps, in order; not to be changed. */
    Step[] approvals() {
        return approvals;
    }

    /** The steps directly before; not to be changed. */
    Step[] before(Step step) {
        return before[step.position()];
    }

    /** The step of that number, or null. */
    Step step(Integer number) {
        return byNumber.get(number);
    }

    /** Whether one step comes before the other, directly or through others. */
    boolean precedes(Step earlier, Step later) {
        return ancestors[later.position()].get(earlier.position());
    }

    /** The steps whose work a step judges; none for one that is no approval. Not to be changed. */
    Step[] approvedBy(Step step) {
        return approved[step.position()];
    }

    /** Whether a step may not begin after an approval was refused: it comes after it, but not to mend what was refused. */
    boolean isSubjectTo(Step approval, Step step) {
        return subject[approval.position()].get(step.position());
    }

    /** The last row of the table: a case that has finished it is closed. */
    Step last() {
        return steps[steps.length - 1];
    }

    private BitSet ancestorsOf(Step step) {
        BitSet known = ancestors[step.position()];
        if (known == null) {
            known = new BitSet();
            ancestors[step.position()] = known;
            for (Step before : before(step)) {
                known.set(before.position());
                known.or(ancestorsOf(before));
            }
        }
        return known;
    }

    /** What is done again when the approval is refused or, where the SOP does not say, the steps directly before. */
    private Step[] findApproved(Step approval) {
        if (approval.decision() == null) {
            return new Step[0];
        }
        Step again = step(approval.decision().revise());
        return again != null && precedes(again, approval) ? new Step[] {again} : before(approval);
    }

    private BitSet subjectTo(Step approval) {
        BitSet later = new BitSet();
        if (approval.decision() != null) {
            Step again = step(approval.decision().revise());
            for (Step step : steps) {
                boolean mends = again != null && precedes(approval, again) && (again == step || precedes(again, step));
                later.set(step.position(), precedes(approval, step) && !mends);
            }
        }
        return later;
    }
}
