package id.patuh.mapping;

import id.patuh.mapping.Node.Keys;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a mapping file. Whatever is wrong in it is found at once and named by its line. */
public final class MappingReader {

    private static final int LONGEST_FILE = 1 << 20;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_PARTS = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final Nodes nodes;
    private final Conditions conditions;
    private TimeFormats times;
    private LocalTime clock;
    private FieldSources sources;
    private MappedKind kind = MappedKind.ACTIVITY_LOG;

    private MappingReader(String file) {
        nodes = new Nodes(file);
        conditions = new Conditions(nodes);
    }

    /**
     * Reads a mapping.
     *
     * @param file how to name it in problems
     * @throws MappingException if anything is wrong
     */
    public static Mapping read(String file, String yaml) {
        MappingReader reader = new MappingReader(file);
        Mapping mapping = reader.mapping(file, yaml);
        if (!reader.nodes.problems().isEmpty()) {
            reader.nodes.problems().sort(Comparator.comparingInt(MappingProblem::line));
            throw new MappingException(reader.nodes.problems());
        }
        return mapping;
    }

    private Mapping mapping(String file, String yaml) {
        if (yaml.length() > LONGEST_FILE) {
            nodes.problem(0, "longer than " + LONGEST_FILE + " characters");
            return null;
        }
        Node root = NodeReader.read(yaml, nodes::problem);
        Keys top = root == null ? null : nodes.keys(root, "a mapping");
        if (top == null) {
            return null;
        }
        nodes.allow(top, "id title note confirmed kind zone times date_at skip columns constants activities ignore");
        String id = nodes.text(top, "id");
        if (id != null && !ID.matcher(id).matches()) {
            nodes.problem(top.lineOf("id"), "id \"" + id + "\" is not made of small letters, digits and hyphens");
        }
        nodes.text(top, "note");
        kind = kind(top);
        clock = clock(top);
        times = times(top);
        if (clock != null && !top.nodes().containsKey("times")) {
            nodes.problem(top.lineOf("date_at"), "date_at needs times: the formats of dates");
        }
        sources = new FieldSources(nodes, kind, times, this::times);
        List<Condition> skipped = new ArrayList<>();
        int skippedRows = skip(top, skipped);
        Map<String, FieldSource> common = sources.fields(top);
        List<Part> parts = parts(top, common);
        return new Mapping(
                id == null ? file : id,
                nodes.text(top, "title"),
                !Boolean.FALSE.equals(nodes.truth(top, "confirmed")),
                kind,
                zone(top),
                skippedRows,
                skipped,
                nodes.columns(top, "ignore"),
                parts);
    }

    private MappedKind kind(Keys top) {
        String word = nodes.text(top, "kind");
        return word == null
                ? MappedKind.ACTIVITY_LOG
                : MappedKind.of(word).orElseGet(() -> {
                    nodes.problem(top.lineOf("kind"), "kind \"" + word + "\" is none of: " + MappedKind.words());
                    return MappedKind.ACTIVITY_LOG;
                });
    }

    private ZoneId zone(Keys top) {
        String name = nodes.text(top, "zone");
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            nodes.problem(top.lineOf("zone"), "zone \"" + name + "\" is unknown; zones are named like Asia/Jakarta");
            return null;
        }
    }

    private LocalTime clock(Keys top) {
        String text = nodes.text(top, "date_at");
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            nodes.problem(top.lineOf("date_at"), "date_at \"" + text + "\" is no time of day like \"12:00\"");
            return null;
        }
    }

    private TimeFormats times(Keys keys) {
        if (!keys.nodes().containsKey("times")) {
            return null;
        }
        try {
            return TimeFormats.of(nodes.texts(keys, "times"), clock);
        } catch (IllegalArgumentException e) {
            nodes.problem(keys.lineOf("times"), e.getMessage());
            return null;
        }
    }

    private int skip(Keys top, List<Condition> where) {
        Node node = top.nodes().get("skip");
        Keys skip = node == null ? null : nodes.keys(node, "skip");
        if (skip == null) {
            return 0;
        }
        nodes.allow(skip, "first where");
        where.addAll(conditions.read(skip, "where"));
        String first = nodes.text(skip, "first");
        if (first == null) {
            return 0;
        }
        if (first.matches("\\d{1,4}") && Integer.parseInt(first) <= MOST_ROWS) {
            return Integer.parseInt(first);
        }
        nodes.problem(skip.lineOf("first"), "first \"" + first + "\" is no number of rows from 0 to " + MOST_ROWS);
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
            nodes.problem(line, "activities stand in a mapping of the kind activity-log only");
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        for (Node item : nodes.items(node, "activities")) {
            Keys keys = nodes.keys(item, "an activity");
            if (keys != null) {
                nodes.allow(keys, "when columns constants note");
                nodes.text(keys, "note");
                Map<String, FieldSource> fields = new LinkedHashMap<>(common);
                fields.putAll(sources.fields(keys));
                requireColumns(keys.line(), fields);
                parts.add(new Part(conditions.read(keys, "when"), fields));
            }
        }
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            nodes.problem(line, "activities must be a list of 1 to " + MOST_PARTS);
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
                nodes.problem(line, "nothing says where " + field + " comes from");
            }
        }
        if (fields.values().stream().allMatch(FieldSource::isConstant)) {
            nodes.problem(line, "no field comes from a column");
        }
    }
}
