package id.patuh.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    private final Map<Class<?>, Question[]> byClass = new ConcurrentHashMap<>();
    private boolean understood = true;
    private boolean matchesNothing;

    /** What a pattern demands of a fact by itself. */
    private record Alternative(Class<?> type, List<Predicate1<Object>> conditions) {}

    /**
     * A condition with those to ask where it holds; none where it is the last of its pattern. Patterns that begin with the
     * same condition share the question.
     */
    private record Question(Predicate1<Object> condition, Question[] next) {

        boolean isMet(Object fact) throws Exception {
            return condition.test(fact) && (next.length == 0 || isAnyMet(next, fact));
        }

        static boolean isAnyMet(Question[] questions, Object fact) throws Exception {
            for (Question question : questions) {
                if (question.isMet(fact)) {
                    return true;
                }
            }
            return false;
        }

        /** The questions of patterns from their n-th condition on. */
        static Question[] of(List<List<Predicate1<Object>>> patterns, int n) {
            if (patterns.stream().anyMatch(conditions -> conditions.size() == n)) {
                return new Question[0];
            }
            Map<Predicate1<Object>, List<List<Predicate1<Object>>>> byCondition = new LinkedHashMap<>();
            patterns.forEach(conditions -> byCondition
                    .computeIfAbsent(conditions.get(n), c -> new ArrayList<>())
                    .add(conditions));
            return byCondition.entrySet().stream()
                    .map(e -> new Question(e.getKey(), of(e.getValue(), n + 1)))
                    .toArray(Question[]::new);
        }
    }

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

    /** The facts that some rule may match, alone or with others, in their order. */
    List<Object> mayMatch(Iterable<?> facts) {
        List<Object> relevant = new ArrayList<>();
        Class<?> type = null;
        Question[] questions = null;
        for (Object fact : facts) {
            // Facts of one type mostly stand together.
            if (fact.getClass() != type) {
                type = fact.getClass();
                questions = byClass.computeIfAbsent(type, this::questions);
            }
            if (!understood || mayMatch(fact, questions)) {
                relevant.add(fact);
            }
        }
        return relevant;
    }

    private static boolean mayMatch(Object fact, Question[] questions) {
        try {
            return Question.isAnyMet(questions, fact);
        } catch (Exception e) {
            // The engine meets the same and tells which rule it was.
            return true;
        }
    }

    private Question[] questions(Class<?> type) {
        List<List<Predicate1<Object>>> patterns = alternatives.stream()
                .filter(a -> a.type().isAssignableFrom(type))
                .map(Alternative::conditions)
                .toList();
        return Question.of(patterns, 0);
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
        alternatives.add(new Alternative(
                pattern.getPatternVariable().getType(), conditions.isEmpty() ? List.of(ANY) : conditions));
    }

    /** Takes what can be told of the fact alone; what relates it to others may hold. */
    private static void addConditions(Constraint constraint, Variable<?> fact, List<Predicate1<Object>> conditions) {
        if (constraint == null) {
            return;
        }
        switch (constraint.getType()) {
            case SINGLE -> {
                SingleConstraint single = (SingleConstraint) constraint;
                if (!single.isTemporal() && Arrays.equals(single.getVariables(), new Object[] {fact})) {
                    conditions.add(condition(single));
                }
            }
            case AND, MULTIPLE -> constraint.getChildren().forEach(c -> addConditions(c, fact, conditions));
            default -> {}
        }
    }

    /** The condition without Drools' wrapping, which is another object in every rule. */
    @SuppressWarnings("unchecked")
    private static Predicate1<Object> condition(SingleConstraint constraint) {
        Predicate1<Object> condition = constraint.getPredicate1();
        return condition instanceof Predicate1.Impl<Object> wrapped
                        && wrapped.getLambda() instanceof Predicate1<?> compiled
                ? (Predicate1<Object>) compiled
                : condition;
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
