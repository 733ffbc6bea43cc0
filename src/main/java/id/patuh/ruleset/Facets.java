package id.patuh.ruleset;

import id.patuh.law.CalendarDefinition;
import id.patuh.law.Parameter;
import id.patuh.mapping.TimeFormats;
import id.patuh.skm.Unsur;
import id.patuh.sop.Constraint;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** What is told of a kind of record, looked up once. */
    private static final ClassValue<List<Facet>> TOLD = new ClassValue<>() {
        @Override
        protected List<Facet> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !NO_MEANING.contains(type.getSimpleName() + "." + component.getName()))
                    .map(Facet::of)
                    .toList();
        }
    };

    private Facets() {}

    /** A component of a kind of record. */
    private record Facet(String key, Method accessor) {

        static Facet of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            String key = component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
            return new Facet(key, component.getAccessor());
        }

        Object in(Record definition) {
            try {
                return accessor.invoke(definition);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor.toString(), e);
            }
        }
    }

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
        for (Facet facet : TOLD.get(definition.getClass())) {
            put(tree, facet.key(), node(facet.in(definition)));
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Object node) {
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
            map.forEach((key, each) -> put(tree, key.toString(), node(each)));
            return tree.isEmpty() ? null : tree;
        }
        if (value instanceof List<?> list) {
            List<Object> nodes = list.stream().map(Facets::node).toList();
            if (nodes.stream().anyMatch(Map.class::isInstance)) {
                return items(list, nodes);
            }
        }
        String text = value == null ? null : text(value);
        return text == null || text.isEmpty() ? null : text;
    }

    private static Map<String, Object> items(List<?> list, List<Object> nodes) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            String key = identity(list.get(i), tree.size() + 1);
            put(
                    tree,
                    "[" + key + (tree.containsKey("[" + key + "]") ? "#" + (tree.size() + 1) : "") + "]",
                    nodes.get(i));
        }
        return tree;
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
}
