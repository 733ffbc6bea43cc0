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

    /** Some seconds of work, and thousands of times what batches of a hundred usual cases need. */
    public static final long MOST_PAIRS = 20_000_000;

    /** How long a session may take; checked now and then. Only a machine at a standstill needs so long. */
    private static final long MOST_NANOS = 300_000_000_000L;

    private static final long BETWEEN_CLOCKS = 1 << 16;

    private static final ThreadLocal<JoinLimit> CURRENT = new ThreadLocal<>();

    private static final Predicate2<Object, Object> COUNTED = (fact, other) -> {
        JoinLimit limit = CURRENT.get();
        if (limit != null) {
            limit.count();
        }
        return true;
    };

    private final long most;
    private final long deadline;
    private long pairs;

    /** No exception, which the engine would take for one of the rule's own and wrap. */
    public static final class Exceeded extends Error {

        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message, null, false, false);
        }
    }

    private JoinLimit(long most) {
        this.most = most;
        this.deadline = System.nanoTime() + MOST_NANOS;
    }

    /** Counts what this thread joins from now on, until {@link #end}. */
    public static void begin() {
        CURRENT.set(new JoinLimit(MOST_PAIRS));
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
                    addFirst(pattern, last);
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

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void addFirst(PatternImpl<?> pattern, Variable<?> other) {
        pattern.addConstraint(
                new SingleConstraint2("patuh-join", pattern.getPatternVariable(), (Variable) other, COUNTED));
        if (pattern.getConstraint() instanceof MultipleConstraints all) {
            List<Constraint> children = all.getChildren();
            Collections.rotate(children, 1);
        }
    }

    private void count() {
        if (++pairs > most) {
            throw new Exceeded("pairs=" + most);
        }
        if (pairs % BETWEEN_CLOCKS == 0) {
            checkTime();
        }
    }

    private void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new Exceeded("seconds=" + MOST_NANOS / 1_000_000_000);
        }
    }
}
