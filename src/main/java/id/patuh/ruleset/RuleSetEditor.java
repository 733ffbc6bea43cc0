package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Changes a rule set that can be used, place by place: what is not changed stays byte for byte. Whether the outcome can be
 * used is for the reader of rule sets to say; {@link #place} then tells what a problem is about.
 */
public final class RuleSetEditor {

    private static final String OVERLAP = "grades-overlap";
    private static final Pattern INDEXED = Pattern.compile("(\\w+)\\[(\\d+)](?:\\.(.*))?");
    private static final Pattern WITHOUT_INDEX = Pattern.compile("\\[\\d+]$");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private RuleSetContent files;
    private final Map<String, YamlPatch> yaml = new TreeMap<>();
    /** The items of each file's list as they stand now, by the names that they had. */
    private final Map<String, List<RuleItem>> lists = new HashMap<>();

    /** What was taken away last of a list that nothing is left of, by file and list. */
    private final Map<String, RuleItem> emptied = new HashMap<>();

    private final Map<RuleItem, GradeTable.Band> bands = new LinkedHashMap<>();

    /**
     * Where something stands.
     *
     * @param field null for the item as a whole
     */
    public record Place(RuleItem item, String field) {}

    /** @param files of a rule set that can be used */
    public RuleSetEditor(RuleSetContent files) {
        this.files = files;
        for (String path : files.paths(RuleFiles.TABLES, RuleFiles.TABLES_ENDING)) {
            GradeTable.read(path, files.text(path)).stream()
                    .flatMap(table -> table.bands().stream())
                    .forEach(band ->
                            bands.put(RuleItem.grade(path, band.regulation().value(), band.letter()), band));
        }
    }

    /** The items of a kind, by file, in the order in which they stand. */
    public List<RuleItem> items(RuleItem.Kind kind) {
        return switch (kind) {
            case GRADE -> List.copyOf(bands.keySet());
            case PARAMETER -> all("parameters", kind);
            case SOP -> files.paths("sop", ".yaml").stream().map(RuleItem::sop).toList();
            case STEP -> all("sop", kind);
            case POLICY -> items(kind, RuleItem.switchedOff("").file());
        };
    }

    private List<RuleItem> all(String folder, RuleItem.Kind kind) {
        return files.paths(folder, ".yaml").stream()
                .flatMap(path -> items(kind, path).stream())
                .toList();
    }

    /** Whether the rule set has it. */
    public boolean has(RuleItem item) {
        return switch (item.kind()) {
            case GRADE -> bands.containsKey(item);
            case SOP -> files.has(item.file());
            default -> items(item.kind(), item.file()).contains(item);
        };
    }

    /** What a field of an item holds: a text, a list of texts, or null. */
    public Object value(RuleItem item, String field) {
        return item.kind() == RuleItem.Kind.GRADE
                ? bands.get(item).value(field)
                : yaml(item.file()).value(key(item, field));
    }

    /** Makes a change. Its item, or that of an item to be added, must be known by its name before all changes. */
    public void apply(RuleEdit edit) {
        RuleItem item = edit.item();
        if (edit instanceof RuleEdit.Set set) {
            if (item.kind() == RuleItem.Kind.GRADE) {
                setGrade(
                        item,
                        set.field(),
                        set.value() == null ? "" : set.value().toString());
            } else {
                yaml(item.file()).set(key(item, set.field()), set.value(), keys(item.kind()));
            }
            return;
        }
        List<RuleItem> list = items(item.kind(), item.file());
        YamlPatch file = yaml(item.file());
        String key = item.kind().list;
        if (edit instanceof RuleEdit.Add add) {
            int to = add.after() == null ? 0 : list.indexOf(add.after()) + 1;
            file.add(key, to, inOrder(item.kind(), add.fields()));
            list.add(to, item);
        } else if (edit instanceof RuleEdit.Remove) {
            file.removeItem(key, list.indexOf(item));
            list.remove(item);
            if (list.isEmpty()) {
                emptied.put(item.file() + "#" + key, item);
            }
        } else if (edit instanceof RuleEdit.Move move) {
            int from = list.indexOf(item);
            list.remove(from);
            int to = move.after() == null ? 0 : list.indexOf(move.after()) + 1;
            file.move(key, from, to);
            list.add(to, item);
        }
    }

    private void setGrade(RuleItem item, String field, String value) {
        GradeTable.Band band = bands.get(item);
        GradeTable.Cell cell = band.cellWith(field, value);
        CsvPatch table = new CsvPatch(files.text(item.file()));
        table.set(cell.row(), cell.column(), cell.value());
        files = files.with(item.file(), encoded(item.file(), table.text()));
        bands.put(item, band.with(cell));
    }

    /** The files as they are after all changes. */
    public RuleSetContent content() {
        RuleSetContent changed = files;
        for (Map.Entry<String, YamlPatch> file : yaml.entrySet()) {
            String path = file.getKey();
            if (!files.has(path) || !files.text(path).equals(file.getValue().text())) {
                changed = changed.with(path, encoded(path, file.getValue().text()));
            }
        }
        return changed;
    }

    /** What a problem of the outcome is about; empty where that is nothing that can be changed here. */
    public Optional<Place> place(RuleProblem problem) {
        if (problem.key() == null) {
            return Optional.empty();
        }
        Optional<Place> grade =
                grade(problem.file(), problem.line()).map(item -> new Place(item, fieldOf(bands.get(item), problem)));
        return grade.isPresent() ? grade : placeInYaml(problem.file(), problem.key());
    }

    /**
     * The other item that a problem speaks of.
     *
     * @param detail one of the values that its text names: a line of a grade table, or a key
     */
    public Optional<RuleItem> mentioned(RuleProblem problem, String detail) {
        return problem.reason().equals(OVERLAP)
                ? detail.matches("\\d+") ? grade(problem.file(), Integer.parseInt(detail)) : Optional.empty()
                : INDEXED.matcher(detail).matches()
                        ? placeInYaml(problem.file(), detail).map(Place::item)
                        : Optional.empty();
    }

    private Optional<RuleItem> grade(String file, int line) {
        return bands.entrySet().stream()
                .filter(e ->
                        e.getKey().file().equals(file) && e.getValue().from().row() == line)
                .findFirst()
                .map(Map.Entry::getKey);
    }

    private static String fieldOf(GradeTable.Band band, RuleProblem problem) {
        Map<String, GradeTable.Cell> cells =
                Map.of("from", band.from(), "until", band.until(), "grade", band.grade(), "basis", band.basis());
        return cells.entrySet().stream()
                .filter(e -> e.getValue().name().equals(problem.key()))
                .map(e -> isOfLabel(band, e.getValue(), problem) ? "label" : e.getKey())
                .findFirst()
                .orElse(null);
    }

    /** Letter and label stand in one cell of the file. */
    private static boolean isOfLabel(GradeTable.Band band, GradeTable.Cell cell, RuleProblem problem) {
        if (cell != band.grade() || band.letter().isEmpty()) {
            return false;
        }
        String refused = problem.details().get("character");
        return refused == null
                ? problem.reason().equals(GradeTable.NO_PAIR)
                : !band.letter().contains(refused);
    }

    private Optional<Place> placeInYaml(String file, String key) {
        Matcher at = INDEXED.matcher(key);
        if (at.matches()) {
            int index = Integer.parseInt(at.group(2)) - 1;
            return lists.entrySet().stream()
                    .filter(e -> e.getKey().equals(file + "#" + at.group(1)))
                    .filter(e -> index < e.getValue().size())
                    .findFirst()
                    .map(e -> new Place(e.getValue().get(index), field(at.group(3))));
        }
        RuleItem last = emptied.get(file + "#" + key);
        if (last != null) {
            return Optional.of(new Place(last, null));
        }
        RuleItem sop = RuleItem.sop(file);
        return items(RuleItem.Kind.SOP).contains(sop) ? Optional.of(new Place(sop, field(key))) : Optional.empty();
    }

    /** The field whose item of a list is meant. */
    private static String field(String key) {
        return key == null ? null : WITHOUT_INDEX.matcher(key).replaceAll("");
    }

    private List<RuleItem> items(RuleItem.Kind kind, String file) {
        return lists.computeIfAbsent(file + "#" + kind.list, list -> {
            YamlPatch text = yaml(file);
            List<RuleItem> items = new ArrayList<>();
            for (int i = 1; i <= text.size(kind.list); i++) {
                items.add(new RuleItem(kind, file, name(kind, text, kind.list + "[" + i + "].", i)));
            }
            return items;
        });
    }

    private static String name(RuleItem.Kind kind, YamlPatch file, String item, int position) {
        return switch (kind) {
            case PARAMETER -> String.valueOf(file.value(item + "from"));
            // A row without a number of its own has that of its place.
            case STEP ->
                Optional.ofNullable(file.value(item + "no"))
                        .map(Object::toString)
                        .orElse(Integer.toString(position));
            default -> {
                String rule = String.valueOf(file.value(item + "rule"));
                Object declared = file.value(item + "declared");
                boolean off = "false".equals(file.value(item + "enabled"));
                yield off ? rule : rule + " " + (declared == null ? "*" : declared);
            }
        };
    }

    private YamlPatch yaml(String file) {
        return yaml.computeIfAbsent(file, path -> new YamlPatch(files.has(path) ? files.text(path) : ""));
    }

    private String key(RuleItem item, String field) {
        String list = item.kind().list;
        return list.isEmpty()
                ? field
                : list + "[" + (items(item.kind(), item.file()).indexOf(item) + 1) + "]." + field;
    }

    private static List<String> keys(RuleItem.Kind kind) {
        return Stream.concat(
                        kind.keys.stream(), Stream.of("approve", "revise", "inferred", "min_respondents", "groups"))
                .toList();
    }

    /** Fields within others become mappings. */
    private static Map<String, Object> inOrder(RuleItem.Kind kind, Map<String, Object> fields) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (String key : kind.keys) {
            Map<String, Object> within = new LinkedHashMap<>();
            for (String inner : keys(kind)) {
                Optional.ofNullable(fields.get(key + "." + inner)).ifPresent(value -> within.put(inner, value));
            }
            Object value = within.isEmpty() ? fields.get(key) : within;
            if (value != null) {
                ordered.put(key, value);
            }
        }
        return ordered;
    }

    /** In UTF-8, with a byte order mark where the file has one. */
    private byte[] encoded(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] old = files.has(path) ? files.bytes(path) : new byte[0];
        if (old.length < BYTE_ORDER_MARK.length || old[0] != BYTE_ORDER_MARK[0]) {
            return bytes;
        }
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(BYTE_ORDER_MARK);
        marked.writeBytes(bytes);
        return marked.toByteArray();
    }
}
