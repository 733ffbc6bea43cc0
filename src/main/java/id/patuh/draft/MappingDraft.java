package id.patuh.draft;

import id.patuh.intake.TableSample;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A mapping of a foreign table to an activity log, guessed from its headers and values. Whatever could as well be otherwise
 * is listed as a doubt; what could not be guessed is left open, so that rows are rejected rather than misread.
 */
public final class MappingDraft {

    private static final int SHOWN = 3;
    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_TRANSLATED = 200;
    private static final List<String> PLAIN_FIELDS = List.of("person", "role", "unit", "inputs", "outputs", "note");
    private static final Set<String> NATIVE_DECISIONS = Set.of("approve", "setuju", "revise", "perlu perbaikan");

    private final ResourceBundle texts;
    private final Sops sops;
    private final Map<String, ColumnGuess> fields = new LinkedHashMap<>();
    private final List<String> doubts = new ArrayList<>();
    private final List<ColumnGuess> columns = new ArrayList<>();
    private final int headerRow;
    private final TimeGuess times;
    private final StepGuess steps;
    private final Sop demanded;
    private final String name;
    private ColumnGuess lifecycle;

    /**
     * @param name the file that the table stands in
     * @param demanded the SOP that the user names, or null
     * @param texts in the user's language
     */
    public MappingDraft(String name, TableSample table, Sops sops, Sop demanded, ResourceBundle texts) {
        this.name = name;
        this.texts = texts;
        this.sops = sops;
        this.demanded = demanded;
        int at = HeaderGuess.of(table.rows());
        headerRow = at < 0 ? 0 : table.rows().get(at).number();
        if (at >= 0) {
            readColumns(table.rows(), at);
        }
        times = new TimeGuess(columns.stream().map(c -> c.values).toList());
        byHeaders();
        bySop();
        ColumnGuess step = fields.get("step");
        ColumnGuess sop = fields.get("sop");
        steps = new StepGuess(step == null ? List.of() : step.counts.keySet(), sops, sopOf(sop));
        if (step == null) {
            stepByValues(table.rows().size() - at - 1);
        }
        caseByValues();
        timesByValues();
        collectDoubts();
    }

    /** Whether there is nothing that a mapping could read. */
    public boolean isEmpty() {
        return fields.values().stream().noneMatch(c -> c != null);
    }

    /** What the guesses are unsure of, in the user's language. */
    public List<String> doubts() {
        return List.copyOf(doubts);
    }

    private void readColumns(List<TableSample.Row> rows, int at) {
        List<String> headers = rows.get(at).cells();
        for (int i = 0; i < headers.size(); i++) {
            ColumnGuess column = new ColumnGuess(i, headers.get(i).strip());
            for (TableSample.Row row : rows.subList(at + 1, rows.size())) {
                column.add(row.cell(i));
            }
            if (!column.header.isEmpty() || !column.values.isEmpty()) {
                columns.add(column);
            }
        }
    }

    private void byHeaders() {
        for (String field : List.of("case", "sop", "step", "start", "end", "decision")) {
            put(field, best(field));
        }
        lifecycle = best("lifecycle");
        PLAIN_FIELDS.forEach(field -> put(field, best(field)));
    }

    private void put(String field, ColumnGuess column) {
        if (column != null) {
            fields.put(field, column);
        }
    }

    /** The column whose header is the most usual one for a field; times must look like times. */
    private ColumnGuess best(String field) {
        boolean time = field.equals("start") || field.equals("end");
        return columns.stream()
                .filter(c -> !fields.containsValue(c) && ColumnGuess.rank(field, c.header) >= 0)
                .filter(c -> time == isTime(c) || c.values.isEmpty())
                .min(Comparator.comparingInt(c -> ColumnGuess.rank(field, c.header)))
                .orElse(null);
    }

    private boolean isTime(ColumnGuess column) {
        return times.columns().contains(columns.indexOf(column));
    }

    private void bySop() {
        if (!fields.containsKey("sop") && demanded == null) {
            columns.stream()
                    .filter(c -> isFree(c)
                            && !c.counts.isEmpty()
                            && c.counts.keySet().stream().allMatch(this::citesSop))
                    .findFirst()
                    .ifPresent(c -> fields.put("sop", c));
        }
    }

    private boolean citesSop(String value) {
        return sops.find(value, LocalDate.of(2199, 12, 31)).isPresent();
    }

    private Sop sopOf(ColumnGuess column) {
        if (demanded != null || column == null || column.counts.size() != 1) {
            return demanded;
        }
        return sops.find(column.counts.keySet().iterator().next(), LocalDate.of(2199, 12, 31))
                .orElse(null);
    }

    private boolean isFree(ColumnGuess column) {
        return !fields.containsValue(column) && column != lifecycle;
    }

    /** A column most of whose values are titles of an SOP's steps. */
    private void stepByValues(int rows) {
        for (ColumnGuess column : columns) {
            if (isFree(column) && !column.counts.isEmpty()) {
                StepGuess guess = new StepGuess(column.counts.keySet(), sops, demanded);
                if (guess.named() * 2 > column.counts.size() && rows > 0) {
                    fields.put("step", column);
                    doubt(
                            "step.by-values",
                            "column",
                            column.header,
                            "sop",
                            guess.sop().id());
                    return;
                }
            }
        }
    }

    /** A column of codes: filled in every row, with digits, best of all with several rows each. */
    private void caseByValues() {
        if (fields.containsKey("case")) {
            return;
        }
        int most = columns.stream().mapToInt(c -> c.values.size()).max().orElse(0);
        columns.stream()
                .filter(c -> isFree(c) && !isTime(c) && c.values.size() == most && most > 0)
                .filter(c -> c.counts.keySet().stream().allMatch(v -> v.matches("(?=.*\\d)\\S{1,40}")))
                .max(Comparator.comparingInt(c -> c.counts.size() > 1 && c.counts.size() < c.values.size() ? 1 : 0))
                .ifPresent(c -> {
                    fields.put("case", c);
                    doubt("case.by-values", "column", c.header);
                });
    }

    private void timesByValues() {
        List<ColumnGuess> left = new ArrayList<>(
                columns.stream().filter(c -> isTime(c) && isFree(c)).toList());
        boolean single = fields.containsKey("start") != fields.containsKey("end");
        for (String field : List.of("start", "end")) {
            if (!fields.containsKey(field) && !left.isEmpty() && !(single && left.size() > 1)) {
                ColumnGuess column = left.remove(0);
                fields.put(field, column);
                doubt("time.by-values", "field", field, "column", column.header);
            }
        }
        if (!left.isEmpty() && fields.containsKey("step")) {
            doubt("times.left", "columns", left.stream().map(c -> c.header).collect(Collectors.joining(", ")));
        }
        if (!fields.containsKey("step")) {
            return;
        }
        if (fields.containsKey("start") != fields.containsKey("end")) {
            String known = fields.containsKey("start") ? "start" : "end";
            fields.put(known.equals("start") ? "end" : "start", fields.get(known));
            doubt("times.one", "column", fields.get(known).header);
        }
    }

    private void collectDoubts() {
        for (String field : List.of("case", "step", "start")) {
            if (!fields.containsKey(field)) {
                doubt("field.none", "field", field);
            }
        }
        if (!fields.containsKey("sop") && demanded == null) {
            doubt(
                    steps.named() > 0 ? "sop.by-titles" : "sop.none",
                    "sop",
                    steps.named() > 0 ? steps.sop().id() : "");
        }
        if (times.isAmbiguous()) {
            doubt("times.ambiguous");
        }
        if (times.isContradictory()) {
            doubt("times.contradictory");
        }
        if (times.isDateOnly()) {
            doubt("times.date-only");
        }
        if (lifecycle != null && !isComplete(lifecycle)) {
            doubt("lifecycle", "column", lifecycle.header, "values", String.join(", ", shown(lifecycle)));
        }
        if (fields.containsKey("step") && !translations().isEmpty()) {
            doubt("step.translations", "count", "" + translations().size());
        }
        Set<String> seen = new TreeSet<>();
        for (ColumnGuess column : columns) {
            if (!column.header.isEmpty() && !seen.add(Wording.key(column.header))) {
                doubt("column.doubled", "column", column.header);
            }
        }
    }

    private static boolean isComplete(ColumnGuess column) {
        return column.counts.keySet().stream().allMatch(v -> v.equalsIgnoreCase("complete"));
    }

    private Map<String, StepGuess.Guess> translations() {
        ColumnGuess step = fields.get("step");
        StepGuess guess = steps.sop() == null || steps.translations().isEmpty() && steps.named() == 0 && step != null
                ? new StepGuess(step.counts.keySet(), sops, demanded)
                : steps;
        // Without an SOP nobody knows what steps it has.
        boolean known = demanded != null || guess.named() > 0 || fields.containsKey("sop");
        return known ? guess.translations() : Map.of();
    }

    /** The mapping file, with what was guessed from what. */
    public String yaml() {
        YamlWriter yaml = new YamlWriter();
        yaml.comment(text("yaml.head", "file", name));
        if (!doubts.isEmpty()) {
            yaml.comment(text("yaml.doubts"));
            doubts.forEach(d -> yaml.comment("- " + d));
        }
        yaml.line("kind: activity-log").line("confirmed: false");
        if (!times.formats().isEmpty()) {
            yaml.line("times: " + YamlWriter.list(times.formats()));
        }
        if (times.isDateOnly()) {
            yaml.line("date_at: \"12:00\"" + YamlWriter.behind(text("yaml.date-at")));
        }
        skip(yaml);
        yaml.line("columns:");
        fields.forEach((field, column) -> {
            if (!isUnfolded() || !field.equals("start") && !field.equals("end")) {
                column(yaml, field, column);
            }
        });
        constants(yaml);
        if (isUnfolded()) {
            activities(yaml);
        }
        List<String> unread = columns.stream()
                .filter(c -> !c.header.isEmpty() && !fields.containsValue(c) && c != lifecycle)
                .filter(c -> !isUnfolded() || !isTime(c))
                .map(c -> c.header)
                .toList();
        if (!unread.isEmpty()) {
            yaml.line("ignore: " + YamlWriter.list(unread));
        }
        return yaml.toString();
    }

    /** Whether nothing names a step: each column of times may be one. */
    private boolean isUnfolded() {
        return !fields.containsKey("step") && fields.containsKey("start");
    }

    private void activities(YamlWriter yaml) {
        yaml.line("activities:" + YamlWriter.behind(text("yaml.activities")));
        for (ColumnGuess column : columns) {
            if (isTime(column)) {
                String name = reference(column);
                yaml.line("  - when: [{column: " + name + ", filled: true}]");
                yaml.line("    columns: {start: " + name + ", end: " + name + "}"
                        + YamlWriter.behind(String.join(" | ", shown(column))));
                yaml.line("    constants: {step: }" + YamlWriter.behind(text("yaml.step.none")));
            }
        }
    }

    private void skip(YamlWriter yaml) {
        boolean starts = lifecycle != null && !isComplete(lifecycle);
        if (headerRow > 1 || starts) {
            yaml.line("skip:");
        }
        if (headerRow > 1) {
            yaml.line("  first: " + (headerRow - 1));
        }
        if (starts) {
            yaml.line("  where:");
            yaml.line("    - {column: " + reference(lifecycle) + ", is_not: [complete]}");
        }
    }

    private void column(YamlWriter yaml, String field, ColumnGuess column) {
        String examples = YamlWriter.behind(String.join(" | ", shown(column)));
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> notes = new LinkedHashMap<>();
        if (field.equals("step")) {
            translations().forEach((value, guess) -> {
                values.put(value, guess.step() == null ? "" : guess.step().toString());
                notes.put(
                        value,
                        guess.step() == null ? text("yaml.step.none") : text("yaml.step.near", "title", guess.title()));
            });
        } else if (field.equals("decision")) {
            decisions(column, values, notes);
        }
        if (values.isEmpty() || values.size() > MOST_TRANSLATED) {
            yaml.line("  " + field + ": " + reference(column) + examples);
            return;
        }
        yaml.line("  " + field + ":" + examples);
        yaml.line("    column: " + reference(column));
        if (field.equals("step")) {
            yaml.line("    others: keep");
        }
        yaml.line("    values:");
        values.forEach((value, meaning) -> yaml.line("      " + YamlWriter.quote(value) + ": " + meaning
                + YamlWriter.behind(notes.getOrDefault(value, ""))));
    }

    private void decisions(ColumnGuess column, Map<String, String> values, Map<String, String> notes) {
        if (column.counts.keySet().stream().allMatch(v -> NATIVE_DECISIONS.contains(Wording.normalise(v)))) {
            return;
        }
        Set<String> keys = new TreeSet<>();
        for (String value : column.counts.keySet()) {
            String word = Wording.normalise(value);
            if (!keys.add(word.isEmpty() ? value : word)) {
                continue;
            }
            boolean revise = word.matches(".*(tidak|revis|perbaik|tolak|reject|den(y|ied)|kembali|return).*");
            boolean approve = word.matches(".*(setuju|appro|accept|terima|ok|ya|yes).*");
            values.put(value, revise ? "revise" : approve ? "approve" : "");
            notes.put(value, revise || approve ? "" : text("yaml.decision.none"));
        }
    }

    private void constants(YamlWriter yaml) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (String field : List.of("case", "step", "start")) {
            if (!fields.containsKey(field) && !(isUnfolded() && field.equals("step"))) {
                constants.put(field, "" + YamlWriter.behind(text("yaml.open")));
            }
        }
        if (demanded != null) {
            constants.put("sop", YamlWriter.quote(demanded.id()));
        } else if (!fields.containsKey("sop") && steps.named() > 0) {
            constants.put(
                    "sop",
                    YamlWriter.quote(steps.sop().id())
                            + YamlWriter.behind(steps.sop().title()));
        }
        if (!constants.isEmpty()) {
            yaml.line("constants:");
            constants.forEach((field, value) ->
                    yaml.line("  " + field + ":" + (value.isEmpty() || value.startsWith(" ") ? "" : " ") + value));
        }
        if (demanded == null && !constants.containsKey("sop") && !fields.containsKey("sop")) {
            yaml.comment(text("yaml.sop"));
        }
    }

    /** A header that stands twice, or not at all, cannot name its column. */
    private String reference(ColumnGuess column) {
        long same = columns.stream()
                .filter(c -> Wording.key(c.header).equals(Wording.key(column.header)))
                .count();
        return YamlWriter.quote(same == 1 && !column.header.isEmpty() ? column.header : "#" + (column.position + 1));
    }

    private static List<String> shown(ColumnGuess column) {
        return column.counts.keySet().stream()
                .limit(SHOWN)
                .map(v -> v.length() > LONGEST_SHOWN ? v.substring(0, LONGEST_SHOWN) + "…" : v)
                .toList();
    }

    private void doubt(String key, String... details) {
        doubts.add(text("doubt." + key, details));
    }

    private String text(String key, String... details) {
        String text = texts.getString(key);
        for (int i = 0; i < details.length; i += 2) {
            text = text.replace("{" + details[i] + "}", details[i + 1]);
        }
        return text;
    }
}
