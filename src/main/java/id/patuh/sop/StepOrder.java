package id.patuh.sop;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which steps of an SOP come before which: its {@code after} relation and everything that follows from it. */
final class StepOrder {

    private final Sop sop;
    private final Map<Integer, Step> byNumber = new HashMap<>();
    // The rest by position of the step.
    private final List<List<Step>> before = new ArrayList<>();
    private final BitSet[] ancestors;
    private final List<BitSet> approved = new ArrayList<>();
    private final List<Step> approvals;

    StepOrder(Sop sop) {
        this.sop = sop;
        sop.steps().forEach(s -> byNumber.put(s.no(), s));
        sop.steps().forEach(s -> before.add(steps(s.after())));
        this.ancestors = new BitSet[sop.steps().size()];
        sop.steps().forEach(this::ancestorsOf);
        this.approvals = sop.steps().stream().filter(s -> s.decision() != null).toList();
        sop.steps().forEach(s -> approved.add(positions(approvedBy(s))));
    }

    /** The approval steps, in order. */
    List<Step> approvals() {
        return approvals;
    }

    /** The steps directly before. */
    List<Step> before(Step step) {
        return before.get(step.position());
    }

    /** Whether one step comes before the other, directly or through others. */
    boolean precedes(Step earlier, Step later) {
        return ancestors[later.position()].get(earlier.position());
    }

    /** Whether a step judges the work of another. */
    boolean approves(Step approval, Step work) {
        return approved.get(approval.position()).get(work.position());
    }

    /** The last row of the table: a case that has finished it is closed. */
    Step last() {
        return sop.steps().get(sop.steps().size() - 1);
    }

    private List<Step> steps(List<Integer> numbers) {
        return numbers.stream().map(byNumber::get).toList();
    }

    private static BitSet positions(List<Step> steps) {
        BitSet positions = new BitSet();
        steps.forEach(s -> positions.set(s.position()));
        return positions;
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
    private List<Step> approvedBy(Step approval) {
        if (approval.decision() == null) {
            return List.of();
        }
        Step again = byNumber.get(approval.decision().revise());
        return again != null && precedes(again, approval) ? List.of(again) : before(approval);
    }
}
