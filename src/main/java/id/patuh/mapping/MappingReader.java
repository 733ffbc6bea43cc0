package id.patuh.mapping;

import id.patuh.mapping.Node.Items;
import id.patuh.mapping.Node.Keys;
import id.patuh.mapping.Node.Scalar;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a mapping file. Whatever is wrong in it is found at once and named by its line. */
public final class MappingReader {

    private static final int LONGEST_FILE = 1 << 20;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_PARTS = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final String file;
    private final List<MappingProblem> problems = new ArrayList<>();
    private TimeFormats times;
    private LocalTime clock;
    private MappedKind kind = MappedKind.ACTIVITY_LOG;

    private MappingReader(String file) {
        this.file = file;
    }

    /**
     * Reads a mapping.
     *
     * @param file how to name it in problems
     * @throws MappingException if anything is wrong
     */
    public static Mapping read(String file, String yaml) {
        MappingReader reader = new MappingReader(file);
        Mapping mapping = reader.mapping(yaml);
        if (!reader.problems.isEmpty()) {
            reader.problems.sort(Comparator.comparingInt(MappingProblem::line));
            throw new MappingException(reader.problems);
        }
        return mapping;
    }

    private Mapping mapping(String yaml) {
        if (yaml.length() > LONGEST_FILE) {
            problem(0, "longer than " + LONGEST_FILE + " characters");
            return null;
        }
        Node root = NodeReader.read(yaml, this::problem);
        Keys top = root == null ? null : keys(root, "a mapping");
        if (top == null) {
            return null;
        }
        allow(top, "id title note confirmed kind zone times date_at skip columns constants activities ignore");
        String id = text(top, "id");
        if (id != null && !ID.matcher(id).matches()) {
            problem(top.lineOf("id"), "id \"" + id + "\" is not made of small letters, digits and hyphens");
        }
        text(top, "note");
        kind = kind(top);
        clock = clock(top);
        times = times(top);
        if (clock != null && !top.nodes().containsKey("times")) {
            problem(top.lineOf("date_at"), "date_at needs times: the formats of dates");
        }
        List<Condition> skipped = new ArrayList<>();
        int skippedRows = skip(top, skipped);
        Map<String, FieldSource> common = fields(top);
        List<Part> parts = parts(top, common);
        return new Mapping(
                id == null ? file : id,
                text(top, "title"),
                !Boolean.FALSE.equals(truth(top, "confirmed")),
                kind,
                zone(top),
                skippedRows,
                skipped,
                columns(top, "ignore"),
                parts);
    }

    private MappedKind kind(Keys top) {
        String word = text(top, "kind");
        return word == null
                ? MappedKind.ACTIVITY_LOG
                : MappedKind.of(word).orElseGet(() -> {
                    problem(top.lineOf("kind"), "kind \"" + word + "\" is none of: " + MappedKind.words());
                    return MappedKind.ACTIVITY_LOG;
                });
    }

    private ZoneId zone(Keys top) {
        String name = text(top, "zone");
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            problem(top.lineOf("zone"), "zone \"" + name + "\" is unknown; zones are named like Asia/Jakarta");
            return null;
        }
    }

    private LocalTime clock(Keys top) {
        String text = text(top, "date_at");
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            problem(top.lineOf("date_at"), "date_at \"" + text + "\" is no time of day like \"12:00\"");
            return null;
        }
    }

    private TimeFormats times(Keys keys) {
        if (!keys.nodes().containsKey("times")) {
            return null;
        }
        try {
            return TimeFormats.of(texts(keys, "times"), clock);
        } catch (IllegalArgumentException e) {
            problem(keys.lineOf("times"), e.getMessage());
            return null;
        }
    }

    private int skip(Keys top, List<Condition> where) {
        Node node = top.nodes().get("skip");
        Keys skip = node == null ? null : keys(node, "skip");
        if (skip == null) {
            return 0;
        }
        allow(skip, "first where");
        where.addAll(conditions(skip, "where"));
        String first = text(skip, "first");
        if (first == null) {
            return 0;
        }
        if (first.matches("\\d{1,4}") && Integer.parseInt(first) <= MOST_ROWS) {
            return Integer.parseInt(first);
        }
        problem(skip.lineOf("first"), "first \"" + first + "\" is no number of rows from 0 to " + MOST_ROWS);
        return 0;
    }

    private List<Part> parts(Keys top, Map<String, FieldSource> common) {
        Node node = top.nodes().get("activities");
        if (node == null) {
            requireColumns(top.line(), common);
            return List.of(new Part(List.of(), common));
        }
        int line = top.lineOf("activities");
        if (kind != MappedKind.ACTIVITY_LOG) {
            problem(line, "activities stand in a mapping of the kind activity-log only");
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        for (Node item : items(node, "activities")) {
            Keys keys = keys(item, "an activity");
            if (keys != null) {
                allow(keys, "when columns constants note");
                text(keys, "note");
                Map<String, FieldSource> fields = new LinkedHashMap<>(common);
                fields.putAll(fields(keys));
                requireColumns(keys.line(), fields);
                parts.add(new Part(conditions(keys, "when"), fields));
            }
        }
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            problem(line, "activities must be a list of 1 to " + MOST_PARTS);
        }
        return parts;
    }

    private void requireColumns(int line, Map<String, FieldSource> fields) {
        List<String> wanted = switch (kind) {
            case ACTIVITY_LOG -> List.of("case", "step", "start");
            case SURVEY -> List.of();
            case PUBLISHED_RESULT -> List.of("element", "mean");
        };
        for (String field : wanted) {
            if (!fields.containsKey(field)) {
                problem(line, "nothing says where " + field + " comes from");
            }
        }
        if (fields.values().stream().allMatch(FieldSource::isConstant)) {
            problem(line, "no field comes from a column");
        }
    }

    private Map<String, FieldSource> fields(Keys keys) {
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
                    problem(line, field + " ought to be a text");
                } else if (columns.nodes().containsKey(field)) {
                    problem(line, field + " stands among columns and among constants");
                } else {
                    fields.put(field, FieldSource.constant(scalar.text()));
                }
            }
        });
        FieldSource first = fields.get("first_step");
        if (first != null && (first.constant() == null || !first.constant().matches("\\d{1,6}"))) {
            problem(keys.line(), "first_step can only be a constant, the number of a step");
        }
        return fields;
    }

    private Keys section(Keys keys, String name) {
        Node node = keys.nodes().get(name);
        Keys section = node == null ? null : keys(node, name);
        return section == null ? new Keys(keys.lineOf(name), Map.of(), Map.of()) : section;
    }

    private boolean known(String field, int line) {
        if (kind.has(field)) {
            return true;
        }
        problem(line, "field " + field + " is unknown; fields of " + kind.word() + ": " + kind.fields());
        return false;
    }

    private FieldSource source(String field, int line, Node node) {
        TimeFormats own = kind.isTime(field) ? times : null;
        if (node instanceof Scalar scalar) {
            return new FieldSource(List.of(column(line, scalar.text())), null, null, false, own, null, false);
        }
        Keys keys = keys(node, field);
        if (keys == null) {
            return null;
        }
        allow(keys, "column columns values others times separator required");
        List<Column> columns = new ArrayList<>(columns(keys, "columns"));
        if (keys.nodes().containsKey("column")) {
            columns.add(column(keys.lineOf("column"), text(keys, "column")));
        }
        if (columns.isEmpty()
                || keys.nodes().containsKey("column") && keys.nodes().containsKey("columns")) {
            problem(line, field + " needs either column or columns");
        }
        if (keys.nodes().containsKey("times")) {
            if (!kind.isTime(field)) {
                problem(keys.lineOf("times"), field + " holds no times");
            }
            own = times(keys);
        }
        String separator = text(keys, "separator");
        if (separator != null && !kind.isList(field)) {
            problem(keys.lineOf("separator"), field + " holds no list");
        }
        Map<String, String> values = values(keys);
        return new FieldSource(
                columns,
                null,
                values,
                keepsOthers(keys, values),
                own,
                separator,
                Boolean.TRUE.equals(truth(keys, "required")));
    }

    private boolean keepsOthers(Keys keys, Map<String, String> values) {
        String word = text(keys, "others");
        if (word == null) {
            return false;
        }
        if (!word.equals("keep") || values == null) {
            problem(keys.lineOf("others"), "others can only be \"keep\", beside values");
        }
        return true;
    }

    private Map<String, String> values(Keys keys) {
        Node node = keys.nodes().get("values");
        Keys written = node == null ? null : keys(node, "values");
        if (written == null) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        Map<String, String> spellings = new HashMap<>();
        written.nodes().forEach((value, meaning) -> {
            int line = written.lineOf(value);
            String same = spellings.putIfAbsent(Values.key(value), value);
            if (!(meaning instanceof Scalar scalar)) {
                problem(line, "what \"" + value + "\" means ought to be a text");
            } else if (same != null) {
                problem(line, "values \"" + same + "\" and \"" + value + "\" are not told apart");
            } else {
                values.put(Values.key(value), scalar.text() == null ? "" : scalar.text());
            }
        });
        if (written.nodes().isEmpty()) {
            problem(keys.lineOf("values"), "values is empty");
        }
        return values;
    }

    private List<Condition> conditions(Keys keys, String name) {
        List<Condition> conditions = new ArrayList<>();
        Node node = keys.nodes().get(name);
        if (node == null) {
            return conditions;
        }
        for (Node item : items(node, name)) {
            Keys condition = keys(item, "a condition");
            if (condition != null) {
                allow(condition, "column is is_not filled");
                Set<String> is = valueSet(condition, "is");
                Set<String> isNot = valueSet(condition, "is_not");
                Boolean filled = truth(condition, "filled");
                if (!condition.nodes().containsKey("column")) {
                    problem(condition.line(), "a condition needs a column");
                } else if (is == null && isNot == null && filled == null) {
                    problem(condition.line(), "a condition needs is, is_not or filled");
                } else {
                    if (is != null && isNot != null && is.stream().anyMatch(isNot::contains)) {
                        problem(condition.line(), "a value stands in is and in is_not");
                    }
                    Column column = column(condition.lineOf("column"), text(condition, "column"));
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
        texts(keys, name).forEach(value -> values.add(Values.key(value)));
        return values;
    }

    private List<Column> columns(Keys keys, String name) {
        return keys.nodes().containsKey(name)
                ? texts(keys, name).stream()
                        .map(text -> column(keys.lineOf(name), text))
                        .toList()
                : List.of();
    }

    private Column column(int line, String name) {
        if (name == null || name.isBlank()) {
            problem(line, "a column has no name");
            return new Column("?");
        }
        return new Column(name.strip());
    }

    /** One text, or a list of them. */
    private List<String> texts(Keys keys, String name) {
        Node node = keys.nodes().get(name);
        List<String> texts = new ArrayList<>();
        for (Node item : node instanceof Items items ? items.nodes() : List.of(node)) {
            if (item instanceof Scalar scalar && scalar.text() != null) {
                texts.add(scalar.text());
            } else {
                problem(item.line(), name + " ought to be a list of texts");
            }
        }
        return texts;
    }

    private String text(Keys keys, String name) {
        Node node = keys.nodes().get(name);
        if (node == null) {
            return null;
        }
        if (node instanceof Scalar scalar && scalar.text() != null) {
            return scalar.text().strip();
        }
        problem(keys.lineOf(name), name + " ought to be a text");
        return null;
    }

    private Boolean truth(Keys keys, String name) {
        String text = text(keys, name);
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            problem(keys.lineOf(name), name + " ought to be true or false");
        }
        return text.equals("true");
    }

    private List<Node> items(Node node, String name) {
        if (node instanceof Items items) {
            return items.nodes();
        }
        problem(node.line(), name + " ought to be a list");
        return List.of();
    }

    private Keys keys(Node node, String name) {
        if (node instanceof Keys keys) {
            return keys;
        }
        problem(node.line(), name + " ought to be a group of keys");
        return null;
    }

    private void allow(Keys keys, String names) {
        Set<String> allowed = Set.of(names.split(" "));
        keys.nodes().keySet().stream()
                .filter(key -> !allowed.contains(key))
                .forEach(key -> problem(
                        keys.lineOf(key), "key " + key + " is unknown; known here: " + names.replace(" ", ", ")));
    }

    private void problem(int line, String reason) {
        problems.add(new MappingProblem(file, line, reason));
    }
}
