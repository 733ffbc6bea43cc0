package id.patuh.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;

/**
 * Tells which facts some rule may match. Nearly every fact of an ordinary log breaks no rule; what Drools does to find that
 * out (a handle, a walk through its network) costs ten times as much as the conditions themselves. So these, as they were
 * compiled, are asked first. A fact that meets the conditions of no pattern reaches nothing in the network either: to leave
 * it out changes nothing. Where that cannot be told, every fact is let through.
 */
final class FactFilter {

    private static final Predicate1<Object> ANY = fact -> true;

    private final List<Alternative> alternatives = new ArrayList<>();
    private final Map<Class<?>, Predicate1<Object>[][]> byClass = new ConcurrentHashMap<>();
    private boolean understood = true;
    private boolean matchesNothing;

    /** What a pattern demands of a fact by itself. */
    private record Alternative(Class<?> type, List<Predicate1<Object>> conditions) {}

    FactFilter(Collection<Model> models) {
        for (Model model : models) {
            for (Rule rule : model.getRules()) {
                add(rule.getView());
                matchesNothing |= !needsFact(rule.getView());
            }
            for (Query query : model.getQueries()) {
                add(query.getView());
            }
        }
    }

    /** Whether a rule may fire without any fact, as one that looks for the absence of facts. */
    boolean mayFireWithoutFacts() {
        return matchesNothing || !understood;
    }

    /** Whether some rule may match the fact, alone or with others. */
    boolean mayMatch(Object fact) {
        if (!understood) {
            return true;
        }
        Predicate1<Object>[][] patterns = byClass.computeIfAbsent(fact.getClass(), this::patterns);
        try {
            for (Predicate1<Object>[] conditions : patterns) {
                if (meets(fact, conditions)) {
                    return true;
                }
            }
            return false;
        } catch (Exception e) {
            // The engine meets the same and tells which rule it was.
            return true;
        }
    }

    private static boolean meets(Object fact, Predicate1<Object>[] conditions) throws Exception {
        for (Predicate1<Object> condition : conditions) {
            if (!condition.test(fact)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Predicate1<Object>[][] patterns(Class<?> type) {
        return alternatives.stream()
                .filter(a -> a.type().isAssignableFrom(type))
                .map(a -> a.conditions().toArray(new Predicate1[0]))
                .sorted((a, b) -> a.length - b.length)
                .toArray(Predicate1[][]::new);
    }

    private void add(Condition condition) {
        switch (condition.getType()) {
            case PATTERN -> addPattern((Pattern<?>) condition);
            case AND, OR, NOT, EXISTS -> condition.getSubConditions().forEach(this::add);
            case CONSEQUENCE -> {}
            default -> understood = false;
        }
    }

    private void addPattern(Pattern<?> pattern) {
        if (pattern.getPatternVariable().isPrototype()) {
            understood = false;
            return;
        }
        List<Predicate1<Object>> conditions = new ArrayList<>();
        addConditions(pattern.getConstraint(), pattern.getPatternVariable(), conditions);
        alternatives.add(new Alternative(pattern.getPatternVariable().getType(), conditions));
    }

    /** Takes what can be told of the fact alone; what relates it to others may hold. */
    private static void addConditions(Constraint constraint, Variable<?> fact, List<Predicate1<Object>> conditions) {
        if (constraint == null) {
            return;
        }
        switch (constraint.getType()) {
            case SINGLE -> conditions.add(condition((SingleConstraint) constraint, fact));
            case AND, MULTIPLE -> constraint.getChildren().forEach(c -> addConditions(c, fact, conditions));
            default -> {}
        }
    }

    @SuppressWarnings("unchecked")
    private static Predicate1<Object> condition(SingleConstraint constraint, Variable<?> fact) {
        boolean ofFactAlone = !constraint.isTemporal() && Arrays.equals(constraint.getVariables(), new Object[] {fact});
        return ofFactAlone ? constraint.getPredicate1() : ANY;
    }

    private static boolean needsFact(Condition condition) {
        return switch (condition.getType()) {
            case PATTERN -> true;
            case AND -> condition.getSubConditions().stream().anyMatch(FactFilter::needsFact);
            case OR -> condition.getSubConditions().stream().allMatch(FactFilter::needsFact);
            default -> false;
        };
    }
}
