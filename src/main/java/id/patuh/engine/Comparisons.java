package id.patuh.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.drools.model.AlphaIndex;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Index;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;

/** What rules compare: facts with each other, and which figures with anything but 0. */
final class Comparisons {

    private final Map<Class<?>, Set<String>> properties = new HashMap<>();
    private boolean ofFacts;

    Comparisons(Collection<Model> models) {
        for (Model model : models) {
            for (Rule rule : model.getRules()) {
                ofFacts |= !looksAtOneFact(rule.getView());
                add(rule.getView());
            }
        }
    }

    /** Whether some rule looks at more than one fact, or at the absence of one. */
    boolean ofFacts() {
        return ofFacts;
    }

    /** Whether some rule asks more of a property of a fact than whether it is above 0. */
    boolean of(Class<?> fact, String property) {
        return properties.getOrDefault(fact, Set.of()).contains(property);
    }

    private static boolean looksAtOneFact(Condition condition) {
        return switch (condition.getType()) {
            case PATTERN -> true;
            case AND ->
                condition.getSubConditions().stream()
                                .filter(sub -> sub.getType() != Condition.Type.CONSEQUENCE)
                                .count()
                        == 1;
            default -> false;
        };
    }

    private void add(Condition condition) {
        if (condition instanceof Pattern<?> pattern) {
            Set<String> ofFact =
                    properties.computeIfAbsent(pattern.getPatternVariable().getType(), type -> new HashSet<>());
            add(pattern.getConstraint(), ofFact);
            // What other patterns ask of this fact.
            addAll(pattern.getWatchedProps(), ofFact);
            for (Binding binding : pattern.getBindings()) {
                addAll(binding.getReactOn(), ofFact);
            }
        } else {
            condition.getSubConditions().forEach(this::add);
        }
    }

    private static void add(Constraint constraint, Set<String> ofFact) {
        if (constraint instanceof SingleConstraint single) {
            if (!isAboveZero(single.getIndex())) {
                addAll(single.getReactiveProps(), ofFact);
            }
        } else if (constraint != null) {
            constraint.getChildren().forEach(child -> add(child, ofFact));
        }
    }

    private static void addAll(String[] some, Set<String> ofFact) {
        if (some != null) {
            ofFact.addAll(Arrays.asList(some));
        }
    }

    private static boolean isAboveZero(Index<?, ?> index) {
        return index instanceof AlphaIndex<?, ?> condition
                && condition.getConstraintType() == Index.ConstraintType.GREATER_THAN
                && condition.getRightValue() instanceof Number number
                && number.doubleValue() == 0;
    }
}
