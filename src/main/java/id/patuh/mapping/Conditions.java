package id.patuh.mapping;

import id.patuh.mapping.Node.Keys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads conditions on cells. */
final class Conditions {

    private final Nodes nodes;

    Conditions(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The conditions in a list. */
    List<Condition> read(Keys keys, String name) {
        List<Condition> conditions = new ArrayList<>();
        Node node = keys.nodes().get(name);
        if (node == null) {
            return conditions;
        }
        for (Node item : nodes.items(node, name)) {
            Keys condition = nodes.keys(item, "a condition");
            if (condition != null) {
                nodes.allow(condition, "column is is_not filled");
                Set<String> is = valueSet(condition, "is");
                Set<String> isNot = valueSet(condition, "is_not");
                Boolean filled = nodes.truth(condition, "filled");
                if (!condition.nodes().containsKey("column")) {
                    nodes.problem(condition.line(), "a condition needs a column");
                } else if (is == null && isNot == null && filled == null) {
                    nodes.problem(condition.line(), "a condition needs is, is_not or filled");
                } else {
                    if (is != null && isNot != null && is.stream().anyMatch(isNot::contains)) {
                        nodes.problem(condition.line(), "a value stands in is and in is_not");
                    }
                    Column column = nodes.column(condition.lineOf("column"), nodes.text(condition, "column"));
                    conditions.add(new Condition(column, is, isNot, filled));
                }
            }
        }
        return conditions;
    }

    private Set<String> valueSet(Keys keys, String name) {
        if (!keys.nodes().containsKey(name)) {
            return null;
        }
        Set<String> values = new HashSet<>();
        nodes.texts(keys, name).forEach(value -> values.add(Values.key(value)));
        return values;
    }
}
