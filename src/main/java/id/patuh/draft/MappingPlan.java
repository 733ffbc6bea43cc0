package id.patuh.draft;

import id.patuh.mapping.Condition;
import id.patuh.mapping.FieldSource;
import id.patuh.mapping.MappedKind;
import id.patuh.mapping.Mapping;
import id.patuh.mapping.TimeFormats;
import id.patuh.mapping.Values;
import id.patuh.ruleset.YamlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A mapping as people fill it in: of each column of a table what it is. A mapping file can say more, such as several records in a
 * row; that has no plan.
 *
 * @param kind what the table holds
 * @param zone of times without an offset; empty for that of whoever reads
 * @param times formats of times; none where native logs may hold them
 * @param dateAt the time of day that a date alone stands for, or empty
 * @param skippedRows rows at the top that are not looked at, as the user writes them
 * @param separator between the items of lists; empty for the usual one
 * @param columns what each column is, in the order of the table
 * @param constants values that hold for every row, by field
 */
public record MappingPlan(
        MappedKind kind,
        String zone,
        List<String> times,
        String dateAt,
        String skippedRows,
        String separator,
        List<ColumnPlan> columns,
        Map<String, String> constants) {

    /** What a column is whose moment is both the start and the end of an activity. */
    public static final String START_AND_END = "start_end";
    /** What a column is that says which rows count. */
    public static final String ONLY = "only";

    private static final List<String> CONSTANTS_OF_LOG = List.of("sop", "unit", "step");
    private static final List<String> CONSTANTS_OF_SURVEY =
            List.of("survey", "unit", "service", "regulation", "sop", "period_start", "period_end", "population");
    private static final Set<String> TRANSLATED = Set.of("step", "decision", "transition");
    private static final int MOST_UNSUR = 14;

    /**
     * What a column is.
     *
     * @param meaning a field, {@link #START_AND_END} or {@link #ONLY}; empty where it is not read
     * @param required whether a blank cell is rejected
     * @param values what its values mean, by the values; those that mean themselves are left out, and an empty meaning is
     *     that nothing is recorded
     * @param only values of rows that count, where that is what the column says
     */
    public record ColumnPlan(String meaning, boolean required, Map<String, String> values, List<String> only) {

        /** One that is not read. */
        public static final ColumnPlan NOT_READ = of("");

        public ColumnPlan {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            only = List.copyOf(only);
        }

        /** One that is a field. */
        public static ColumnPlan of(String meaning) {
            return new ColumnPlan(meaning, false, Map.of(), List.of());
        }
    }

    public MappingPlan {
        times = List.copyOf(times);
        columns = List.copyOf(columns);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /** What a column of a table may be. */
    public static List<String> meanings(MappedKind kind) {
        List<String> meanings = new ArrayList<>(kind.fields());
        meanings.remove("first_step");
        if (kind == MappedKind.ACTIVITY_LOG) {
            meanings.add(meanings.indexOf("end") + 1, START_AND_END);
        }
        if (kind == MappedKind.SURVEY) {
            IntStream.rangeClosed(1, MOST_UNSUR).forEach(i -> meanings.add("U" + i));
        }
        meanings.add(ONLY);
        return meanings;
    }

    /** The fields of which a value may hold for every row. */
    public static List<String> constants(MappedKind kind) {
        return kind == MappedKind.ACTIVITY_LOG ? CONSTANTS_OF_LOG : CONSTANTS_OF_SURVEY;
    }

    /** Whether values of the column may be told what they mean. */
    public static boolean isTranslated(String meaning) {
        return TRANSLATED.contains(meaning);
    }

    /**
     * A plan in which each column is what its header says.
     *
     * @param field the field that a header means; null where it means none
     */
    public static MappingPlan byHeaders(MappedKind kind, SampledColumns table, Function<String, String> field) {
        List<ColumnPlan> columns = table.headers().stream()
                .map(field)
                .map(meaning -> meaning == null || !kind.has(meaning) ? ColumnPlan.NOT_READ : ColumnPlan.of(meaning))
                .toList();
        return new MappingPlan(kind, "", List.of(), "", "", "", columns, Map.of());
    }

    /** The mapping file that it comes to for a table. */
    public String yaml(SampledColumns table) {
        YamlWriter yaml = new YamlWriter().line("kind: " + kind.word());
        value(yaml, "zone", zone);
        if (!times.isEmpty()) {
            yaml.line("times: " + YamlText.flow(times));
        }
        value(yaml, "date_at", dateAt);
        skip(yaml, table);
        Map<String, Object> fields = fields(table);
        if (!fields.isEmpty()) {
            yaml.line("columns:");
            fields.forEach((field, source) -> yaml.line("  " + field + ": " + YamlText.flow(source)));
        }
        if (!constants.isEmpty()) {
            yaml.line("constants:");
            constants.forEach((field, value) -> yaml.line("  " + field + ": " + YamlText.flow(value)));
        }
        List<String> ignored = IntStream.range(0, table.headers().size())
                .filter(i -> !table.headers().get(i).isEmpty() && meaning(i).isEmpty())
                .mapToObj(table::reference)
                .toList();
        if (!ignored.isEmpty()) {
            yaml.line("ignore: " + YamlText.flow(ignored));
        }
        return yaml.toString();
    }

    private static void value(YamlWriter yaml, String key, String value) {
        if (!value.isEmpty()) {
            yaml.line(key + ": " + YamlText.flow(value));
        }
    }

    private String meaning(int column) {
        return column < columns.size() ? columns.get(column).meaning() : "";
    }

    private void skip(YamlWriter yaml, SampledColumns table) {
        List<Map<String, Object>> where = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (meaning(i).equals(ONLY)) {
                where.add(ordered(
                        "column", table.reference(i), "is_not", columns.get(i).only()));
            }
        }
        if (skippedRows.isEmpty() && where.isEmpty()) {
            return;
        }
        yaml.line("skip:");
        if (!skippedRows.isEmpty()) {
            yaml.line("  first: " + YamlText.flow(skippedRows));
        }
        if (!where.isEmpty()) {
            yaml.line("  where: " + YamlText.flow(where));
        }
    }

    private Map<String, Object> fields(SampledColumns table) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String meaning = meaning(i);
            if (meaning.equals(START_AND_END)) {
                fields.put("start", source(meaning, table));
                fields.put("end", source(meaning, table));
            } else if (!meaning.isEmpty() && !meaning.equals(ONLY)) {
                fields.put(meaning, source(meaning, table));
            }
        }
        return fields;
    }

    private Object source(String meaning, SampledColumns table) {
        List<Integer> positions = IntStream.range(0, columns.size())
                .filter(i -> meaning(i).equals(meaning))
                .boxed()
                .toList();
        List<String> names = positions.stream().map(table::reference).toList();
        Map<String, String> values = new LinkedHashMap<>();
        positions.forEach(i -> columns.get(i).values().forEach(values::putIfAbsent));
        Map<String, Object> source = names.size() == 1 ? ordered("column", names.get(0)) : ordered("columns", names);
        if (meaning.equals("step") && !values.isEmpty()) {
            source.put("others", "keep");
        }
        if (!values.isEmpty()) {
            source.put("values", values);
        }
        if (kind.isList(meaning) && !separator.isEmpty()) {
            source.put("separator", separator);
        }
        if (positions.stream().anyMatch(i -> columns.get(i).required())) {
            source.put("required", true);
        }
        return source.size() == 1 && names.size() == 1 ? names.get(0) : source;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The plan that a mapping comes to for a table; empty where it says what no plan can say. */
    public static Optional<MappingPlan> of(Mapping mapping, SampledColumns table) {
        if (mapping.parts().size() != 1 || !mapping.parts().get(0).when().isEmpty()) {
            return Optional.empty();
        }
        PlanOfMapping plan = new PlanOfMapping(mapping, table);
        return plan.isWhole() ? Optional.of(plan.plan()) : Optional.empty();
    }

    /** What each column is in a mapping with one record a row. */
    private static final class PlanOfMapping {

        private final Mapping mapping;
        private final SampledColumns table;
        private final Map<String, FieldSource> fields;
        private final ColumnPlan[] columns;
        private boolean whole = true;

        PlanOfMapping(Mapping mapping, SampledColumns table) {
            this.mapping = mapping;
            this.table = table;
            this.fields = new LinkedHashMap<>(mapping.parts().get(0).fields());
            this.columns = new ColumnPlan[table.headers().size()];
            FieldSource start = fields.get("start");
            if (start != null
                    && !start.isConstant()
                    && fields.containsKey("end")
                    && start.columns().equals(fields.get("end").columns())) {
                fields.remove("end");
                fields.remove("start");
                place(START_AND_END, start);
            }
            fields.forEach(this::place);
            mapping.skipped().forEach(this::place);
        }

        boolean isWhole() {
            return whole
                    && sameFormats()
                    && separators().size() <= 1
                    && fields.entrySet().stream()
                            .filter(field -> field.getValue().constant() != null)
                            .allMatch(field -> constants(mapping.kind()).contains(field.getKey()));
        }

        private void place(String meaning, FieldSource source) {
            List<Integer> positions = table.positions(source.columns());
            whole &= positions.size() == source.columns().size()
                    && (source.translations() == null || isTranslated(meaning))
                    && source.keepOthers() == (meaning.equals("step") && source.translations() != null);
            for (int position : positions) {
                boolean first = position == positions.get(0);
                Map<String, String> values = first ? values(source, position) : Map.of();
                place(position, new ColumnPlan(meaning, source.required() && first, values, List.of()));
            }
        }

        private void place(Condition condition) {
            List<Integer> positions = table.positions(List.of(condition.column()));
            whole &= positions.size() == 1 && condition.is() == null && condition.filled() == null;
            if (whole) {
                Collection<String> only = condition.isNot();
                place(positions.get(0), new ColumnPlan(ONLY, false, Map.of(), spelled(only, positions.get(0))));
            }
        }

        /** Values as the table spells them; a mapping knows them without regard to case and punctuation. */
        private List<String> spelled(Collection<String> keys, int column) {
            Map<String, String> spellings = new LinkedHashMap<>();
            table.values(column).forEach(value -> spellings.putIfAbsent(Values.key(value), value));
            return new TreeSet<>(keys)
                    .stream().map(key -> spellings.getOrDefault(key, key)).toList();
        }

        private Map<String, String> values(FieldSource source, int column) {
            Map<String, String> values = new LinkedHashMap<>();
            if (source.translations() != null) {
                spelled(source.translations().keySet(), column)
                        .forEach(
                                value -> values.put(value, source.translations().get(Values.key(value))));
            }
            return values;
        }

        private void place(int position, ColumnPlan plan) {
            whole &= columns[position] == null;
            columns[position] = plan;
        }

        private Stream<FieldSource> sources() {
            return mapping.parts().get(0).fields().entrySet().stream()
                    .filter(field -> mapping.kind().isTime(field.getKey()))
                    .map(Map.Entry::getValue);
        }

        private Stream<TimeFormats> formats() {
            return sources().map(FieldSource::times).filter(Objects::nonNull);
        }

        /** One list of formats holds for all columns, or for none. */
        private boolean sameFormats() {
            long times = sources()
                    .filter(source -> source.times() != null || !source.isConstant())
                    .map(source -> source.times() == null
                            ? ""
                            : source.times().patterns() + " " + source.times().clock())
                    .distinct()
                    .count();
            return times <= 1;
        }

        private Set<String> separators() {
            return fields.values().stream()
                    .map(FieldSource::separator)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        MappingPlan plan() {
            Optional<TimeFormats> times = formats().findFirst();
            Map<String, String> constants = new LinkedHashMap<>();
            fields.forEach((field, source) -> {
                if (source.constant() != null) {
                    constants.put(field, source.constant());
                }
            });
            return new MappingPlan(
                    mapping.kind(),
                    mapping.zone() == null ? "" : mapping.zone().getId(),
                    times.map(TimeFormats::patterns).orElse(List.of()),
                    times.filter(each -> each.clock() != null)
                            .map(each -> each.clock().toString())
                            .orElse(""),
                    mapping.skippedRows() == 0 ? "" : Integer.toString(mapping.skippedRows()),
                    separators().stream().findFirst().orElse(""),
                    Stream.of(columns)
                            .map(column -> column == null ? ColumnPlan.NOT_READ : column)
                            .toList(),
                    constants);
        }
    }
}
