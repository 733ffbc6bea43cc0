package id.patuh.sop;

import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which steps of an SOP come before which: its {@code after} relation and everything that follows from it. */
final class StepOrder {

    private final Sop sop;
    private final Map<Integer, Step> byNumber = new HashMap<>();
    private final BitSet[] ancestors;
    private final List<Step> approvals;
    private final List<Set<String>> executors = new ArrayList<>();

    StepOrder(Sop sop) {
        this.sop = sop;
        sop.steps().forEach(s -> byNumber.put(s.no(), s));
        this.ancestors = new BitSet[sop.steps().size()];
        sop.steps().forEach(this::ancestorsOf);
        this.approvals = sop.steps().stream().filter(s -> s.decision() != null).toList();
        for (Step step : sop.steps()) {
            executors.add(step.executor().stream().map(Wording::normalise).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** The approval steps, in order. */
    List<Step> approvals() {
        return approvals;
    }

    /** Whether a role, normalised, is among the step's executors. */
    boolean executes(Step step, String role) {
        return executors.get(step.position()).contains(role);
    }

    /** The steps directly before. */
    List<Step> before(Step step) {
        List<Step> before = new ArrayList<>();
        for (int no : step.after()) {
            before.add(byNumber.get(no));
        }
        return before;
    }

    /** Whether one step comes before the other, directly or through others. */
    boolean precedes(Step earlier, Step later) {
        return ancestors[later.position()].get(earlier.position());
    }

    /** The last row of the table: a case that has finished it is closed. */
    Step last() {
        return sop.steps().get(sop.steps().size() - 1);
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
}
