package id.patuh.report;

import id.patuh.check.NotEvaluated;
import id.patuh.check.Simulation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** For how many subjects rules become not evaluated, or evaluated, or lack their facts another number of times. */
final class EvaluationChanges {

    private final int examplesEach;
    private final SortedMap<String, OfRule> rules = new TreeMap<>();
    private final Set<String> lacking = new HashSet<>();

    /** @param examplesEach how many examples are kept of each rule and kind of change */
    EvaluationChanges(int examplesEach) {
        this.examplesEach = examplesEach;
    }

    /** The changes of one rule. */
    static final class OfRule {

        private final Map<Change, Long> counts = new EnumMap<>(Change.class);
        private final Map<Change, List<String>> examples = new EnumMap<>(Change.class);

        private void add(Change change, String example, int most) {
            counts.merge(change, 1L, Long::sum);
            List<String> kept = examples.computeIfAbsent(change, c -> new ArrayList<>());
            if (kept.size() < most) {
                kept.add(example);
            }
        }

        Map<Change, Long> counts() {
            return Collections.unmodifiableMap(counts);
        }

        /** In words. */
        List<String> examples(Change change) {
            return examples.get(change);
        }
    }

    void add(Simulation simulation, ComparedInput input) {
        simulation.forEachNotEvaluated((old, now) -> add(old, now, input));
    }

    private void add(NotEvaluated old, NotEvaluated now, ComparedInput input) {
        if (now != null) {
            lacking.add(now.rule());
        }
        if (old != null && now != null && old.missing().count() == now.missing().count()) {
            return;
        }
        NotEvaluated there = now == null ? old : now;
        Words words = now == null ? input.before() : input.after();
        rules.computeIfAbsent(there.rule(), rule -> new OfRule())
                .add(
                        Change.of(old, now),
                        input.label() + ": " + words.said(there).inOneLine(),
                        examplesEach);
    }

    /** By rule. */
    SortedMap<String, OfRule> rules() {
        return Collections.unmodifiableSortedMap(rules);
    }

    /** Whether a rule lacks facts for anything under the later rule set. */
    boolean isLacking(String rule) {
        return lacking.contains(rule);
    }
}
