package id.patuh.check;

import id.patuh.engine.Background;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.ruleset.RuleSet;
import java.io.Closeable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The same inputs checked under two rule sets side by side, and what differs. Both results are whole ones; what they hold
 * beyond the memory is deleted on closing.
 *
 * @param before what the one rule set gives
 * @param after what the other one gives
 */
public record Simulation(CheckResult before, CheckResult after) implements Closeable {

    /**
     * Checks under both. An exception of either check is thrown here.
     *
     * @param request what is asked under a rule set: a mapping may be another one under each
     * @param inputs visited by two threads at once
     * @param progress hears from two threads at once how far reading has come; where it throws, that check is broken off
     */
    public static Simulation run(
            RuleSet before,
            RuleSet after,
            Function<RuleSet, CheckRequest> request,
            InputSource inputs,
            Intake.Progress progress) {
        CheckRequest earlier = request.apply(before);
        CheckRequest later = request.apply(after);
        Background<CheckResult> beside =
                Background.start("simulation", () -> new ComplianceCheck(after).run(later, inputs, progress));
        CheckResult first = null;
        CheckResult second = null;
        try {
            first = new ComplianceCheck(before).run(earlier, inputs, progress);
        } finally {
            try {
                second = beside.result();
            } finally {
                // Where one broke off nobody closes the other.
                if (first == null && second != null) {
                    second.close();
                }
                if (second == null && first != null) {
                    first.close();
                }
            }
        }
        return new Simulation(first, second);
    }

    /**
     * Pairs violations by fingerprint, in the order of reports: what only one side has comes with null for the other.
     */
    public void forEachFinding(BiConsumer<Finding, Finding> consumer) {
        merge(
                before.findings().iterator(),
                after.findings().iterator(),
                (one, other) -> SubjectOrder.place(
                        one.violation().subject(), other.violation().subject()),
                Finding::fingerprint,
                consumer);
    }

    /**
     * Pairs what was not evaluated by rule and by what was missing for what, in the order of reports: what only one side has
     * comes with null for the other.
     */
    public void forEachNotEvaluated(BiConsumer<NotEvaluated, NotEvaluated> consumer) {
        merge(
                before.notEvaluated().iterator(),
                after.notEvaluated().iterator(),
                NotEvaluatedRules.ORDER,
                missing -> missing.missing().times(1),
                consumer);
    }

    /** Whether either check could not read something, or found nothing to check. */
    public boolean isIncomplete() {
        return before.isIncomplete() || after.isIncomplete();
    }

    @Override
    public void close() {
        before.close();
        after.close();
    }

    /**
     * Goes through both, sorted by place, and pairs what has one key within a place. Held are those of one place: few about
     * a case, and about a survey what checks hold as well.
     */
    private static <T, K> void merge(
            Iterator<T> one, Iterator<T> other, Comparator<T> place, Function<T, K> key, BiConsumer<T, T> consumer) {
        Ahead<T> earlier = new Ahead<>(one);
        Ahead<T> later = new Ahead<>(other);
        Map<K, T> here = new LinkedHashMap<>();
        while (earlier.hasNext() || later.hasNext()) {
            T first = !later.hasNext() || earlier.hasNext() && place.compare(earlier.head, later.head) <= 0
                    ? earlier.head
                    : later.head;
            while (earlier.hasNext() && place.compare(earlier.head, first) == 0) {
                T next = earlier.next();
                T same = here.put(key.apply(next), next);
                if (same != null) {
                    consumer.accept(same, null);
                }
            }
            while (later.hasNext() && place.compare(later.head, first) == 0) {
                T next = later.next();
                consumer.accept(here.remove(key.apply(next)), next);
            }
            here.values().forEach(gone -> consumer.accept(gone, null));
            here.clear();
        }
    }

    /** Items of which the next one is known. */
    private static final class Ahead<T> implements Iterator<T> {

        private final Iterator<T> items;
        private T head;

        Ahead(Iterator<T> items) {
            this.items = items;
            advance();
        }

        @Override
        public boolean hasNext() {
            return head != null;
        }

        @Override
        public T next() {
            T next = head;
            if (next == null) {
                throw new NoSuchElementException();
            }
            advance();
            return next;
        }

        private void advance() {
            head = items.hasNext() ? items.next() : null;
        }
    }
}
