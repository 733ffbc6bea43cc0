package id.patuh.engine.guard;

import java.util.Collections;
import java.util.List;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.constraints.MultipleConstraints;
import org.drools.model.constraints.SingleConstraint2;
import org.drools.model.functions.Predicate2;
import org.drools.model.patterns.PatternImpl;

/**
 * Counts the pairs of facts that the joins of a session compare, the one thing in rules whose work grows faster than the
 * number of facts, and stops a session that compares too many. Conditions on single facts are left as they are.
 */
public final class JoinLimit {

    /** Pairs that are compared: about a second of work, and hundreds of times what a hundred usual cases need. */
    public static final long MOST_PAIRS = 20_000_000;

    /** Pairs that match, of which each is kept for as long as the session lives: some hundred MB at most. */
    public static final long MOST_MATCHES = 500_000;

    /** How long a session may take; checked now and then. Only a machine at a standstill needs so long. */
    private static final long MOST_NANOS = 300_000_000_000L;

    private static final long BETWEEN_CLOCKS = 1 << 16;

    private static final ThreadLocal<JoinLimit> CURRENT = new ThreadLocal<>();

    private static final Predicate2<Object, Object> COMPARED = (fact, other) -> {
        JoinLimit limit = CURRENT.get();
        if (limit != null) {
            limit.countPair();
        }
        return true;
    };

    private static final Predicate2<Object, Object> MATCHED = (fact, other) -> {
        JoinLimit limit = CURRENT.get();
        if (limit != null) {
            limit.countMatch();
        }
        return true;
    };

    private final long deadline = System.nanoTime() + MOST_NANOS;
    private long pairs;
    private long matches;

    /** No exception, which the engine would take for one of the rule's own and wrap. */
    public static final class Exceeded extends Error {

        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message, null, false, false);
        }
    }

    private JoinLimit() {}

    /** Counts what this thread joins from now on, until {@link #end}. */
    public static JoinLimit begin() {
        JoinLimit limit = new JoinLimit();
        CURRENT.set(limit);
        return limit;
    }

    /** Counts no longer. */
    public static void end() {
        CURRENT.remove();
    }

    /** Lets every join of the models count its pairs, before any other condition on both facts is asked. */
    public static void addTo(List<Model> models) {
        for (Model model : models) {
            for (Rule rule : model.getRules()) {
                addTo(rule.getView(), null);
            }
        }
    }

    /** Gives the last fact matched, with which the next one is joined. */
    private static Variable<?> addTo(Condition condition, Variable<?> last) {
        switch (condition.getType()) {
            case PATTERN -> {
                PatternImpl<?> pattern = (PatternImpl<?>) condition;
                if (last != null) {
                    addAround(pattern, last);
                }
                return pattern.getPatternVariable();
            }
            case AND -> {
                Variable<?> before = last;
                for (Condition sub : condition.getSubConditions()) {
                    before = addTo(sub, before);
                }
                return before;
            }
            default -> {
                condition.getSubConditions().forEach(sub -> addTo(sub, last));
                return last;
            }
        }
    }

    /** The one before the other conditions that a pair is asked, the other after them. */
    private static void addAround(PatternImpl<?> pattern, Variable<?> other) {
        pattern.addConstraint(counting("patuh.compared", pattern, other, COMPARED));
        if (pattern.getConstraint() instanceof MultipleConstraints all) {
            Collections.rotate(all.getChildren(), 1);
        }
        pattern.addConstraint(counting("patuh.matched", pattern, other, MATCHED));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Constraint counting(
            String name, PatternImpl<?> pattern, Variable<?> other, Predicate2<Object, Object> counter) {
        return new SingleConstraint2(name, pattern.getPatternVariable(), (Variable) other, counter);
    }

    /** How many pairs were compared. */
    public long pairs() {
        return pairs;
    }

    /** How many of them matched. */
    public long matches() {
        return matches;
    }

    private void countPair() {
        if (++pairs > MOST_PAIRS) {
            throw new Exceeded("pairs=" + MOST_PAIRS);
        }
        if (pairs % BETWEEN_CLOCKS == 0) {
            checkTime();
        }
    }

    private void countMatch() {
        if (++matches > MOST_MATCHES) {
            throw new Exceeded("matches=" + MOST_MATCHES);
        }
    }

    private void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new Exceeded("seconds=" + MOST_NANOS / 1_000_000_000);
        }
    }
}
