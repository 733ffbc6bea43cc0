package id.patuh.ruleset;

import id.patuh.law.CalendarDefinition;
import id.patuh.law.Parameter;
import id.patuh.mapping.TimeFormats;
import id.patuh.skm.Unsur;
import id.patuh.sop.Constraint;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any definition as a tree: keys as its files write them, with texts at the ends. Items of lists go by what tells them apart,
 * {@code [4]} for step 4, not by their places. What is null or empty is left out.
 */
final class Facets {

    /** What follows from other components, or says where a definition stands and not what it means. */
    private static final Set<String> NO_MEANING = Set.of(
            "Step.position",
            "Step.limit",
            "Constraint.limit",
            "Sop.file",
            "RuleMetadata.id",
            "RuleMetadata.values",
            "RuleMetadata.file",
            "RuleMetadata.line",
            "RuleCase.rule",
            "RuleCase.file",
            "RuleCase.line",
            "RuleCase.column",
            "RuleCase.name");

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Facets() {}

    /** The tree of a record: maps by key and texts. */
    static Map<String, Object> of(Record definition) {
        return asMap(node(definition));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> components(Record definition) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : definition.getClass().getRecordComponents()) {
            if (!NO_MEANING.contains(definition.getClass().getSimpleName() + "." + component.getName())) {
                put(tree, key(component.getName()), value(definition, component));
            }
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Object value) {
        Object node = node(value);
        if (node != null) {
            tree.put(key, node);
        }
    }

    /** The tree of any value. */
    static Object node(Object value) {
        if (value instanceof Constraint constraint) {
            Map<String, Object> tree = components(constraint);
            tree.put("steps", text(constraint.steps().stream().map(Step::no).toList()));
            return tree;
        }
        if (value instanceof CalendarDefinition.Hours hours) {
            return hours.from() + "-" + hours.until();
        }
        if (value instanceof TimeFormats formats) {
            return text(formats.patterns()) + (formats.clock() == null ? "" : " (" + formats.clock() + ")");
        }
        if (value instanceof RuleCase ruleCase) {
            Map<String, Object> tree = components(ruleCase);
            tree.computeIfPresent("given", (key, given) -> sorted((String) given));
            return tree;
        }
        if (value instanceof Record definition) {
            return components(definition);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> tree = new TreeMap<>();
            map.forEach((key, each) -> put(tree, key.toString(), each));
            return tree.isEmpty() ? null : tree;
        }
        if (value instanceof List<?> list && list.stream().anyMatch(e -> node(e) instanceof Map)) {
            Map<String, Object> tree = new LinkedHashMap<>();
            for (Object each : list) {
                String key = identity(each, tree.size() + 1);
                put(tree, "[" + key + (tree.containsKey("[" + key + "]") ? "#" + (tree.size() + 1) : "") + "]", each);
            }
            return tree;
        }
        String text = value == null ? null : text(value);
        return text == null || text.isEmpty() ? null : text;
    }

    /** JSON with its keys in order. */
    private static String sorted(String json) {
        return SORTED.writeValueAsString(SORTED.readValue(json, Object.class));
    }

    /** What tells an item of a list from the others. */
    private static String identity(Object item, int place) {
        if (item instanceof Parameter.Value value) {
            return value.from().toString();
        }
        if (item instanceof Step step) {
            return Integer.toString(step.no());
        }
        if (item instanceof Constraint constraint) {
            return constraint.id();
        }
        if (item instanceof Unsur unsur) {
            return unsur.code();
        }
        if (item instanceof Sop.LegalReference reference) {
            return reference.text();
        }
        if (item instanceof Sop.Qualification qualification && qualification.role() != null) {
            return qualification.role();
        }
        if (item instanceof CalendarDefinition.Season season) {
            return season.from().toString();
        }
        return Integer.toString(place);
    }

    /** A value without parts of its own. */
    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(e -> String.valueOf(node(e))).sorted().collect(Collectors.joining(", "));
        }
        if (value instanceof Collection<?> all) {
            List<String> texts = new ArrayList<>();
            all.forEach(e -> texts.add(String.valueOf(node(e))));
            return String.join(", ", texts);
        }
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value.toString();
    }

    private static String key(String component) {
        return component.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Object value(Record definition, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(definition);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }
}
