package id.patuh.ruleset;

import id.patuh.engine.RuleMetadata;
import id.patuh.ruleset.RuleSetChange.Area;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What two rule sets differ in, by what they mean: all that a rule set is made of is compared as it was read, so that a moved
 * key, a comment or another spelling of a number is no difference.
 */
public final class RuleSetDiff {

    /** The name of an item that needs none. */
    private static final String ITSELF = "";

    private static final String ORDER = ".order";

    private final List<RuleSetChange> changes = new ArrayList<>();

    private RuleSetDiff() {}

    /** The changes from one rule set to another, by area, item and field. */
    public static List<RuleSetChange> between(RuleLibrary before, RuleLibrary after) {
        return between(parts(before, after), parts(after, before));
    }

    /** The changes from one tree to another, both of which have all areas. */
    static List<RuleSetChange> between(Map<Area, Map<String, Object>> before, Map<Area, Map<String, Object>> after) {
        RuleSetDiff diff = new RuleSetDiff();
        for (Area area : Area.values()) {
            diff.items(area, before.get(area), after.get(area));
        }
        return diff.changes;
    }

    private void items(Area area, Map<String, Object> before, Map<String, Object> after) {
        Set<String> items = new TreeSet<>(before.keySet());
        items.addAll(after.keySet());
        items.forEach(item -> compare(area, item, null, before.get(item), after.get(item)));
    }

    private void compare(Area area, String item, String field, Object before, Object after) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            Set<Object> keys = new LinkedHashSet<>(old.keySet());
            keys.addAll(now.keySet());
            for (Object key : keys) {
                String name = field == null || key.toString().startsWith("[") ? key.toString() : "." + key;
                compare(area, item, (field == null ? "" : field) + name, old.get(key), now.get(key));
            }
            compareOrder(area, item, field, old, now);
        } else if (!squeezed(before).equals(squeezed(after))) {
            changes.add(new RuleSetChange(area, item, field, text(before), text(after)));
        }
    }

    /** Steps that change places are the same steps in another order. */
    private void compareOrder(Area area, String item, String field, Map<?, ?> before, Map<?, ?> after) {
        String old = order(before, after);
        String now = order(after, before);
        if (field != null && !old.equals(now)) {
            changes.add(new RuleSetChange(area, item, field + ORDER, old, now));
        }
    }

    private static String order(Map<?, ?> of, Map<?, ?> with) {
        return of.keySet().stream()
                .filter(with::containsKey)
                .map(Object::toString)
                .filter(key -> key.startsWith("["))
                .map(key -> key.substring(1, key.length() - 1))
                .collect(Collectors.joining(", "));
    }

    private static String squeezed(Object node) {
        String text = text(node);
        // Only code and pages have several lines.
        return text == null ? "" : text.indexOf('\n') < 0 ? text : DrlText.squeezed(text);
    }

    /** All of a node in one text. */
    private static String text(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> e.getKey() + ": " + text(e.getValue()))
                    .collect(Collectors.joining("; "));
        }
        return (String) node;
    }

    /** Everything that a rule set says, by area and item, told apart in the same way as in the other one. */
    private static Map<Area, Map<String, Object>> parts(RuleLibrary library, RuleLibrary other) {
        KeptRuleSet all = KeptRuleSet.of(library.ruleSet());
        KeptRuleSet others = KeptRuleSet.of(other.ruleSet());
        Map<Area, Map<String, Object>> parts = new TreeMap<>();
        Map<String, Object> itself = new LinkedHashMap<>();
        itself.put("name", all.name());
        itself.put("version", all.version());
        itself.put("calendars", all.calendarOfUnit().isEmpty() ? null : new TreeMap<>(all.calendarOfUnit()));
        parts.put(Area.RULE_SET, Map.of(ITSELF, itself));
        parts.put(Area.PARAMETER, by(all.parameters(), p -> p.key()));
        parts.put(Area.GRADE, library.grades());
        parts.put(
                Area.SOP,
                oneOrMore(
                        all.sops(), others.sops(), s -> s.id(), s -> s.inForce().toString()));
        parts.put(Area.RULE, rules(library, other));
        parts.put(Area.REGULATION, by(all.regulations(), r -> r.id()));
        parts.put(Area.CALENDAR, by(all.calendars(), c -> c.id()));
        parts.put(Area.REGION, by(all.regions(), r -> r.name()));
        parts.put(
                Area.REASON,
                oneOrMore(all.reasons(), others.reasons(), r -> r.unsur(), r -> String.join(", ", r.rules())));
        parts.put(Area.SOURCE, by(all.sources(), s -> s.id()));
        parts.put(Area.MAPPING, by(all.mappings(), m -> m.name()));
        Map<String, Map<String, Object>> messages = new TreeMap<>();
        all.messages()
                .forEach((language, texts) -> texts.forEach((key, text) ->
                        messages.computeIfAbsent(key, k -> new TreeMap<>()).put(language, text)));
        parts.put(Area.MESSAGE, new TreeMap<>(messages));
        // There are many of them, and mostly nobody touched one.
        boolean sameCases = library.files().agrees(other.files(), RuleCase.FOLDER);
        parts.put(Area.CASE, sameCases ? Map.of() : cases(library));
        parts.put(Area.PAGE, library.pages());
        parts.put(Area.FILE, library.otherCode());
        return parts;
    }

    private static Map<String, Object> cases(RuleLibrary library) {
        Map<String, Map<String, Object>> cases = new TreeMap<>();
        library.cases()
                .all()
                .forEach(c -> cases.computeIfAbsent(c.rule(), r -> new LinkedHashMap<>())
                        .put("[" + c.name() + "]", Facets.of(c)));
        return new TreeMap<>(cases);
    }

    private static <T extends Record> Map<String, Object> by(List<T> all, Function<T, String> id) {
        return oneOrMore(all, all, id, id);
    }

    /** Things of one id by what tells them apart, if either rule set has several; else by their id. */
    private static <T extends Record> Map<String, Object> oneOrMore(
            List<T> all, List<T> others, Function<T, String> id, Function<T, String> apart) {
        Map<String, Long> most = all.stream().collect(Collectors.groupingBy(id, Collectors.counting()));
        others.stream()
                .collect(Collectors.groupingBy(id, Collectors.counting()))
                .forEach((key, count) -> most.merge(key, count, Math::max));
        Map<String, Object> items = new TreeMap<>();
        for (T each : all) {
            String key = id.apply(each);
            items.put(most.get(key) > 1 ? key + " (" + apart.apply(each) + ")" : key, Facets.of(each));
        }
        return items;
    }

    private static Map<String, Object> rules(RuleLibrary library, RuleLibrary other) {
        List<RuleMetadata> catalog = library.ruleSet().rules().catalog();
        Map<String, Object> rules =
                oneOrMore(catalog, other.ruleSet().rules().catalog(), RuleMetadata::id, RuleMetadata::name);
        for (RuleMetadata rule : catalog) {
            String item = rules.containsKey(rule.id()) ? rule.id() : rule.id() + " (" + rule.name() + ")";
            @SuppressWarnings("unchecked")
            Map<String, Object> facets = (Map<String, Object>) rules.get(item);
            facets.put("code", DrlText.rule(library.code(rule)));
        }
        return rules;
    }
}
