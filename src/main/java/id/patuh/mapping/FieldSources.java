package id.patuh.mapping;

import id.patuh.mapping.Node.Keys;
import id.patuh.mapping.Node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads where the values of fields come from. */
final class FieldSources {

    private final Nodes nodes;
    private final MappedKind kind;
    private final TimeFormats common;
    private final Function<Keys, TimeFormats> times;

    /**
     * @param common how times are written, or null
     * @param times reads the formats of a single column
     */
    FieldSources(Nodes nodes, MappedKind kind, TimeFormats common, Function<Keys, TimeFormats> times) {
        this.nodes = nodes;
        this.kind = kind;
        this.common = common;
        this.times = times;
    }

    /** The fields that columns and constants of a section give. */
    Map<String, FieldSource> fields(Keys keys) {
        Map<String, FieldSource> fields = new LinkedHashMap<>();
        Keys columns = section(keys, "columns");
        Keys constants = section(keys, "constants");
        columns.nodes().forEach((field, node) -> {
            if (known(field, columns.lineOf(field))) {
                FieldSource source = source(field, columns.lineOf(field), node);
                if (source != null) {
                    fields.put(field, source);
                }
            }
        });
        constants.nodes().forEach((field, node) -> {
            int line = constants.lineOf(field);
            if (known(field, line)) {
                if (!(node instanceof Scalar scalar)) {
                    nodes.problem(line, field + " ought to be a text");
                } else if (columns.nodes().containsKey(field)) {
                    nodes.problem(line, field + " stands among columns and among constants");
                } else {
                    fields.put(field, FieldSource.constant(scalar.text()));
                }
            }
        });
        FieldSource first = fields.get("first_step");
        if (first != null && (first.constant() == null || !first.constant().matches("\\d{1,6}"))) {
            nodes.problem(keys.line(), "first_step can only be a constant, the number of a step");
        }
        return fields;
    }

    private Keys section(Keys keys, String name) {
        Node node = keys.nodes().get(name);
        Keys section = node == null ? null : nodes.keys(node, name);
        return section == null ? new Keys(keys.lineOf(name), Map.of(), Map.of()) : section;
    }

    private boolean known(String field, int line) {
        if (kind.has(field)) {
            return true;
        }
        nodes.problem(line, "field " + field + " is unknown; fields of " + kind.word() + ": " + kind.fields());
        return false;
    }

    private FieldSource source(String field, int line, Node node) {
        TimeFormats own = kind.isTime(field) ? common : null;
        if (node instanceof Scalar scalar) {
            return new FieldSource(List.of(nodes.column(line, scalar.text())), null, null, false, own, null, false);
        }
        Keys keys = nodes.keys(node, field);
        if (keys == null) {
            return null;
        }
        nodes.allow(keys, "column columns values others times separator required");
        List<Column> columns = new ArrayList<>(nodes.columns(keys, "columns"));
        if (keys.nodes().containsKey("column")) {
            columns.add(nodes.column(keys.lineOf("column"), nodes.text(keys, "column")));
        }
        if (columns.isEmpty()
                || keys.nodes().containsKey("column") && keys.nodes().containsKey("columns")) {
            nodes.problem(line, field + " needs either column or columns");
        }
        if (keys.nodes().containsKey("times")) {
            if (!kind.isTime(field)) {
                nodes.problem(keys.lineOf("times"), field + " holds no times");
            }
            own = times.apply(keys);
        }
        String separator = nodes.text(keys, "separator");
        if (separator != null && !kind.isList(field)) {
            nodes.problem(keys.lineOf("separator"), field + " holds no list");
        }
        Map<String, String> values = values(keys);
        return new FieldSource(
                columns,
                null,
                values,
                keepsOthers(keys, values),
                own,
                separator,
                Boolean.TRUE.equals(nodes.truth(keys, "required")));
    }

    private boolean keepsOthers(Keys keys, Map<String, String> values) {
        String word = nodes.text(keys, "others");
        if (word == null) {
            return false;
        }
        if (!word.equals("keep") || values == null) {
            nodes.problem(keys.lineOf("others"), "others can only be \"keep\", beside values");
        }
        return true;
    }

    private Map<String, String> values(Keys keys) {
        Node node = keys.nodes().get("values");
        Keys written = node == null ? null : nodes.keys(node, "values");
        if (written == null) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        Map<String, String> spellings = new HashMap<>();
        written.nodes().forEach((value, meaning) -> {
            int line = written.lineOf(value);
            String same = spellings.putIfAbsent(Values.key(value), value);
            if (!(meaning instanceof Scalar scalar)) {
                nodes.problem(line, "what \"" + value + "\" means ought to be a text");
            } else if (same != null) {
                nodes.problem(line, "values \"" + same + "\" and \"" + value + "\" are not told apart");
            } else {
                values.put(Values.key(value), scalar.text() == null ? "" : scalar.text());
            }
        });
        if (written.nodes().isEmpty()) {
            nodes.problem(keys.lineOf("values"), "values is empty");
        }
        return values;
    }
}
