package id.patuh.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One record that a row of an export holds.
 *
 * @param when conditions that must all be met for the row to hold it
 * @param fields where the value of each field comes from; fields that are never recorded are left out
 */
public record Part(List<Condition> when, Map<String, FieldSource> fields) {

    private static final Set<String> DEMANDED =
            Set.of("case", "step", "start", "time", "transition", "element", "mean");

    public Part {
        when = List.copyOf(when);
        fields = new LinkedHashMap<>(fields);
        // What is never recorded is not known: an end that is left blank would say that everything still runs. Fields
        // that
        // every record must have stay, so that its rows are rejected for them.
        fields.entrySet().removeIf(f -> f.getValue().isNothing() && !DEMANDED.contains(f.getKey()));
    }

    /** Whether it is an event that begins or ends an activity, and no activity by itself. */
    public boolean isEvent() {
        return fields.containsKey("transition");
    }

    /** The constant step, or null. */
    public String step() {
        FieldSource step = fields.get("step");
        return step != null && step.isConstant() ? step.constant() : null;
    }
}
