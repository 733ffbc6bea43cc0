package id.patuh.ruleset;

import id.patuh.mapping.Column;
import id.patuh.mapping.Condition;
import id.patuh.mapping.FieldSource;
import id.patuh.mapping.MappedKind;
import id.patuh.mapping.Mapping;
import id.patuh.mapping.Part;
import id.patuh.mapping.TimeFormats;
import id.patuh.mapping.TimeFormats.UnusableFormat;
import id.patuh.mapping.Values;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a mapping of its YAML file. */
final class MappingReader {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_PARTS = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final List<String> KEYS = List.of(
            "id",
            "title",
            "note",
            "confirmed",
            "kind",
            "zone",
            "times",
            "date_at",
            "skip",
            "columns",
            "constants",
            "activities",
            "ignore");
    private static final List<String> OF_EVENTS = List.of("time", "transition", "instance");
    private static final List<String> SKIP_KEYS = List.of("first", "where");
    private static final List<String> PART_KEYS = List.of("when", "columns", "constants", "note");
    private static final List<String> CONDITION_KEYS = List.of("column", "is", "is_not", "filled");

    private final YamlValues yaml;
    private final YamlProblems problems;
    private LocalTime clock;

    private MappingReader(YamlFile file, YamlProblems problems) {
        this.yaml = new YamlValues(file, problems);
        this.problems = problems;
    }

    /**
     * The mapping; of use only where no problem was added.
     *
     * @throws RuleSetException if the file is no YAML
     */
    static Mapping read(YamlFile file, YamlProblems problems) {
        if (!file.problems().isEmpty()) {
            throw new RuleSetException(file.problems());
        }
        return new MappingReader(file, problems).read(file.name());
    }

    /** The mapping of the rule set in a file, which is named as the mapping is, so that the name tells where to look. */
    static Mapping readNamed(YamlFile file, YamlProblems problems) {
        Mapping mapping = read(file, problems);
        String expected = FolderReader.id("mappings", file.name());
        if (mapping != null && !mapping.name().equals(expected)) {
            problems.add("id", "id-unlike-file", Map.of("expected", expected));
        }
        return mapping;
    }

    private Mapping read(String file) {
        if (!yaml.holds("", KEYS)) {
            return null;
        }
        String id = yaml.text("id");
        if (id != null && !ID.matcher(id).matches()) {
            problems.add("id", "id-shape");
        }
        yaml.text("note");
        MappedKind kind = kind();
        clock = clock();
        TimeFormats times = times("times");
        if (clock != null && times == null) {
            problems.add("date_at", "times-absent");
        }
        MappingFields fields = new MappingFields(yaml, kind, times, this::times);
        List<Condition> skipped = new ArrayList<>();
        int skippedRows = skip(skipped);
        List<Part> parts = parts(kind, fields);
        List<Column> ignored = fields.columns("ignore");
        Boolean confirmed = yaml.truth("confirmed");
        String title = yaml.text("title");
        ZoneId zone = zone();
        return new Mapping(
                id == null ? file : id,
                title,
                !Boolean.FALSE.equals(confirmed),
                kind,
                zone,
                skippedRows,
                skipped,
                ignored,
                parts);
    }

    private MappedKind kind() {
        String word = yaml.text("kind");
        return word == null
                ? MappedKind.ACTIVITY_LOG
                : MappedKind.of(word).orElseGet(() -> {
                    yaml.choice("kind", MappedKind.words());
                    return MappedKind.ACTIVITY_LOG;
                });
    }

    private ZoneId zone() {
        String name = yaml.text("zone");
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            problems.add("zone", "zone-unknown");
            return null;
        }
    }

    private LocalTime clock() {
        String text = yaml.text("date_at");
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            problems.add("date_at", "not-clock");
            return null;
        }
    }

    /** The formats at a key; null where there are none that could be used. */
    private TimeFormats times(String key) {
        if (!yaml.file.has(key)) {
            return null;
        }
        List<String> patterns = yaml.texts(key);
        try {
            return TimeFormats.of(patterns, clock);
        } catch (UnusableFormat e) {
            String at = yaml.oneOrMore(key).stream()
                    .filter(k -> yaml.file
                            .value(k)
                            .filter(v -> v.strip().equals(e.format()))
                            .isPresent())
                    .findFirst()
                    .orElse(key);
            switch (e.fault()) {
                case NO_PATTERN -> problems.add(at, "time-format-broken");
                case NO_DAY -> problems.add(at, "time-format-undated");
                case NO_CLOCK -> problems.add(at, "time-format-clockless");
                case CONTRADICTION -> problems.add(at, "time-format-contradicts", Map.of("other", e.detail()));
                case TOO_MANY -> problems.add(at, "time-formats-many", Map.of("limit", e.detail()));
            }
            return null;
        }
    }

    private int skip(List<Condition> where) {
        if (!yaml.file.has("skip") || !yaml.holds("skip", SKIP_KEYS)) {
            return 0;
        }
        where.addAll(conditions("skip.where"));
        String first = yaml.text("skip.first");
        if (first == null) {
            return 0;
        }
        if (first.matches("\\d{1,4}") && Integer.parseInt(first) <= MOST_ROWS) {
            return Integer.parseInt(first);
        }
        problems.add("skip.first", "not-row-count", Map.of("limit", "" + MOST_ROWS));
        return 0;
    }

    private List<Condition> conditions(String key) {
        List<Condition> conditions = new ArrayList<>();
        for (String item : yaml.items(key)) {
            if (yaml.holds(item, CONDITION_KEYS)) {
                Set<String> is = values(item + ".is");
                Set<String> isNot = values(item + ".is_not");
                Boolean filled = yaml.truth(item + ".filled");
                if (is == null && isNot == null && filled == null) {
                    problems.add(item, "condition-empty");
                }
                if (is != null && isNot != null && is.stream().anyMatch(isNot::contains)) {
                    problems.add(item + ".is_not", "value-on-both-sides");
                }
                if (yaml.file.has(item + ".column")) {
                    conditions.add(new Condition(MappingFields.column(yaml, item + ".column"), is, isNot, filled));
                } else {
                    problems.add(item + ".column", "key-absent");
                }
            }
        }
        return conditions;
    }

    private Set<String> values(String key) {
        if (!yaml.file.has(key)) {
            return null;
        }
        Set<String> values = new HashSet<>();
        yaml.texts(key).forEach(value -> values.add(Values.key(value)));
        return values;
    }

    private List<Part> parts(MappedKind kind, MappingFields fields) {
        Map<String, FieldSource> common = fields.read("");
        if (!yaml.file.has("activities")) {
            requireColumns("", kind, common);
            return List.of(new Part(List.of(), common));
        }
        if (kind != MappedKind.ACTIVITY_LOG) {
            problems.add("activities", "activities-misplaced");
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        List<String> items = yaml.items("activities");
        for (String item : items) {
            if (yaml.holds(item, PART_KEYS)) {
                yaml.text(item + ".note");
                Map<String, FieldSource> own = new LinkedHashMap<>(common);
                own.putAll(fields.read(item));
                requireColumns(item, kind, own);
                parts.add(new Part(conditions(item + ".when"), own));
            }
        }
        if (yaml.file.isList("activities") && (items.isEmpty() || items.size() > MOST_PARTS)) {
            problems.add("activities", "activities-many", Map.of("limit", "" + MOST_PARTS));
        }
        return parts;
    }

    private void requireColumns(String key, MappedKind kind, Map<String, FieldSource> fields) {
        List<String> wanted = switch (kind) {
            case ACTIVITY_LOG ->
                OF_EVENTS.stream().anyMatch(fields::containsKey)
                        ? List.of("case", "step", "time", "transition")
                        : List.of("case", "step", "start");
            case SURVEY -> List.of();
            case PUBLISHED_RESULT -> List.of("element", "mean");
        };
        for (String field : wanted) {
            if (!fields.containsKey(field)) {
                problems.add(YamlValues.below(key, "columns." + field), "key-absent");
            }
        }
        if (fields.values().stream().allMatch(FieldSource::isConstant)) {
            problems.add(YamlValues.below(key, "columns"), "columns-none");
        }
    }
}
