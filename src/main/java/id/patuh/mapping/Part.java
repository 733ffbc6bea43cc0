package id.patuh.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One record that a row of an export holds.
 *
 * @param when conditions that must all be met for the row to hold it
 * @param fields where the value of each field comes from
 */
public record Part(List<Condition> when, Map<String, FieldSource> fields) {

    public Part {
        when = List.copyOf(when);
        fields = new LinkedHashMap<>(fields);
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
