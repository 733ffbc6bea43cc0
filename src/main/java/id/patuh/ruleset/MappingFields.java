package id.patuh.ruleset;

import id.patuh.mapping.Column;
import id.patuh.mapping.FieldSource;
import id.patuh.mapping.MappedKind;
import id.patuh.mapping.TimeFormats;
import id.patuh.mapping.Transition;
import id.patuh.mapping.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads where a mapping has the values of fields come from. */
final class MappingFields {

    private static final List<String> SOURCE_KEYS =
            List.of("column", "columns", "values", "others", "times", "separator", "required");
    private static final String KEEP = "keep";

    private final YamlValues yaml;
    private final YamlProblems problems;
    private final MappedKind kind;
    private final TimeFormats common;
    private final Function<String, TimeFormats> times;

    /**
     * @param common how times are written, or null
     * @param times reads the formats of a single column, which stand at a key
     */
    MappingFields(YamlValues yaml, MappedKind kind, TimeFormats common, Function<String, TimeFormats> times) {
        this.yaml = yaml;
        this.problems = yaml.problems;
        this.kind = kind;
        this.common = common;
        this.times = times;
    }

    /** The fields that columns and constants below a key give. */
    Map<String, FieldSource> read(String key) {
        Map<String, FieldSource> fields = new LinkedHashMap<>();
        String columns = YamlValues.below(key, "columns");
        String constants = YamlValues.below(key, "constants");
        for (String field : yaml.names(columns)) {
            if (isKnown(columns, field)) {
                fields.put(field, source(field, columns + "." + field));
            }
        }
        for (String field : yaml.names(constants)) {
            String at = constants + "." + field;
            if (isKnown(constants, field)) {
                if (fields.containsKey(field)) {
                    problems.add(at, "field-twice");
                } else {
                    fields.put(field, constant(at));
                }
            }
        }
        checkFirstStep(columns, constants, fields.get("first_step"));
        checkTransitions(columns, constants, fields.get("transition"));
        return fields;
    }

    /** The columns named at a key, one or a list. */
    List<Column> columns(String key) {
        return yaml.oneOrMore(key).stream().map(item -> column(yaml, item)).toList();
    }

    /** The column named at a key. */
    static Column column(YamlValues yaml, String key) {
        String name = yaml.text(key);
        if (name != null && name.isEmpty()) {
            yaml.problems.add(key, "column-nameless");
        }
        return new Column(name == null ? "" : name);
    }

    private boolean isKnown(String key, String field) {
        if (!kind.has(field)) {
            problems.addUnknown(key + "." + field, field, kind.fields());
        }
        return kind.has(field);
    }

    /** Without a value it says that the field is never recorded. */
    private FieldSource constant(String key) {
        return FieldSource.constant(yaml.file.isEmpty(key) ? null : yaml.text(key));
    }

    private void checkFirstStep(String columns, String constants, FieldSource first) {
        if (first != null && !first.isConstant()) {
            problems.add(columns + ".first_step", "only-constant");
        } else if (first != null
                && (first.constant() == null || !first.constant().matches("\\d{1,6}"))) {
            problems.add(constants + ".first_step", "not-whole-number");
        }
    }

    /** What the mapping itself says of transitions must mean something; what the table says is known only later. */
    private void checkTransitions(String columns, String constants, FieldSource transition) {
        if (transition != null && transition.isConstant()) {
            if (transition.constant() == null) {
                problems.add(constants + ".transition", "not-text");
            }
            checkTransition(constants + ".transition", transition.constant());
        } else if (transition != null && transition.translations() != null) {
            String values = columns + ".transition.values";
            for (String value : yaml.names(values)) {
                checkTransition(values + "." + value, transition.translations().get(Values.key(value)));
            }
        }
    }

    private void checkTransition(String key, String word) {
        if (word != null && !word.isEmpty() && Transition.of(word) == Transition.UNKNOWN) {
            yaml.choice(key, String.join(", ", Transition.words()));
        }
    }

    private FieldSource source(String field, String key) {
        TimeFormats formats = kind.isTime(field) ? common : null;
        if (!yaml.file.isMapping(key)) {
            return new FieldSource(List.of(column(yaml, key)), null, null, false, formats, null, false);
        }
        yaml.holds(key, SOURCE_KEYS);
        boolean one = yaml.file.has(key + ".column");
        if (one == yaml.file.has(key + ".columns")) {
            problems.add(key, "column-or-columns");
        }
        List<Column> columns =
                new ArrayList<>(one ? List.of(column(yaml, key + ".column")) : columns(key + ".columns"));
        if (yaml.file.has(key + ".times")) {
            if (!kind.isTime(field)) {
                problems.add(key + ".times", "field-without-times");
            }
            formats = times.apply(key + ".times");
        }
        String separator = separator(field, key + ".separator");
        Map<String, String> values = values(key + ".values");
        return new FieldSource(
                columns,
                null,
                values,
                keepsOthers(key + ".others", values),
                formats,
                separator,
                Boolean.TRUE.equals(yaml.truth(key + ".required")));
    }

    private String separator(String field, String key) {
        // Not stripped: a blank or a tab separates too.
        String separator = yaml.file.value(key).orElse(null);
        if (yaml.file.has(key) && (separator == null || separator.isEmpty())) {
            problems.add(key, "not-text");
            return null;
        }
        if (separator != null && !kind.isList(field)) {
            problems.add(key, "field-without-lists");
        }
        return separator;
    }

    private boolean keepsOthers(String key, Map<String, String> values) {
        String word = yaml.text(key);
        if (word != null && !word.equals(KEEP)) {
            yaml.choice(key, KEEP);
        } else if (word != null && values == null) {
            problems.add(key, "others-without-values");
        }
        return KEEP.equals(word);
    }

    private Map<String, String> values(String key) {
        if (!yaml.file.has(key)) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        Map<String, String> spellings = new HashMap<>();
        for (String value : yaml.names(key)) {
            String at = key + "." + value;
            String meaning = yaml.file.isEmpty(at) ? "" : yaml.text(at);
            String same = spellings.putIfAbsent(Values.key(value), value);
            if (same != null) {
                problems.add(at, "value-alike", Map.of("first", same));
            } else if (meaning != null) {
                values.put(Values.key(value), meaning);
            }
        }
        if (yaml.file.isMapping(key) && values.isEmpty()) {
            problems.add(key, "values-none");
        }
        return values;
    }
}
