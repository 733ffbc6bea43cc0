package id.patuh.draft;

import id.patuh.intake.TableSample;
import id.patuh.mapping.Transition;
import id.patuh.ruleset.YamlText;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.wording.Wording;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * A mapping of a foreign table to an activity log, guessed from its headers and values. Whatever could as well be otherwise
 * is listed as a doubt; what could not be guessed is left open, so that rows are rejected rather than misread.
 */
public final class MappingDraft {

    /** In the order in which they are written. */
    private static final List<String> FIELDS = List.of(
            "case",
            "sop",
            "step",
            "transition",
            "instance",
            "time",
            "start",
            "end",
            "role",
            "person",
            "decision",
            "inputs",
            "outputs",
            "unit",
            "note");

    private static final ResourceBundle.Control NEVER_THE_MACHINES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String UNKNOWN = "\"…\"";
    private static final int MOST_TRANSLATED = 200;

    private final String name;
    private final Notes notes;
    private final TableGuess guess;

    /**
     * @param name the file that the table stands in
     * @param demanded the SOP that the user names, or null
     * @param texts in the user's language
     */
    public MappingDraft(String name, TableSample table, Sops sops, Sop demanded, ResourceBundle texts) {
        this.name = name;
        notes = new Notes(texts);
        guess = new TableGuess(table, sops, demanded, notes);
    }

    /** The texts that it is written with, in a language; Indonesian where there are none in it. */
    public static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("id.patuh.draft.notes", language, NEVER_THE_MACHINES);
    }

    /** Whether there is nothing that a mapping could read. */
    public boolean isEmpty() {
        return guess.fields().isEmpty();
    }

    /** What the guesses are unsure of, in the user's language. */
    public List<String> doubts() {
        return notes.doubts();
    }

    /** The mapping file, with what was guessed from what. */
    public String yaml() {
        return yaml(false);
    }

    /** A mapping by which rows can be shown though it is still open which steps they hold. */
    public String preview() {
        return yaml(guess.isUnfolded());
    }

    private String yaml(boolean open) {
        YamlWriter yaml = new YamlWriter();
        yaml.comment(notes.text("yaml.head", "file", name));
        if (!notes.doubts().isEmpty()) {
            yaml.comment(notes.text("yaml.doubts"));
            notes.doubts().forEach(d -> yaml.comment("- " + d));
        }
        yaml.line("kind: activity-log").line("confirmed: false");
        if (!guess.times().formats().isEmpty()) {
            yaml.line("times: " + YamlText.flow(guess.times().formats()));
        }
        if (guess.times().isDateOnly()) {
            yaml.line("date_at: \"12:00\"" + YamlWriter.behind(notes.text("yaml.date-at")));
        }
        skip(yaml);
        Map<String, ColumnGuess> fields = new LinkedHashMap<>();
        FIELDS.stream()
                .filter(guess.fields()::containsKey)
                .forEach(f -> fields.put(f, guess.fields().get(f)));
        if (guess.isUnfolded()) {
            fields.keySet().removeAll(Set.of("start", "end"));
        }
        if (!fields.isEmpty()) {
            yaml.line("columns:");
            fields.forEach((field, column) -> column(yaml, field, column));
        }
        constants(yaml, open);
        if (guess.isUnfolded()) {
            activities(yaml, open);
        }
        List<String> unread = guess.columns().stream()
                .filter(c -> !c.header.isEmpty() && !guess.fields().containsValue(c) && c != guess.lifecycle())
                .filter(c -> !guess.isUnfolded() || !guess.isTime(c))
                .filter(c -> guess.columns().stream().noneMatch(date -> date.clock == c && isRead(date)))
                .map(c -> c.header)
                .toList();
        if (!unread.isEmpty()) {
            yaml.line("ignore: " + YamlText.flow(unread));
        }
        return yaml.toString();
    }

    private boolean isRead(ColumnGuess column) {
        return guess.fields().containsValue(column) || guess.isUnfolded() && guess.isTime(column);
    }

    private void activities(YamlWriter yaml, boolean open) {
        yaml.line("activities:" + YamlWriter.behind(notes.text("yaml.activities")));
        for (ColumnGuess column : guess.columns()) {
            if (guess.isTime(column)) {
                String name = reference(column);
                yaml.line("  - when: [{column: " + name + ", filled: true}]");
                String time = source(column);
                yaml.line("    columns: {start: " + time + ", end: " + time + "}"
                        + YamlWriter.behind(String.join(" | ", column.shown())));
                yaml.line("    constants: {step: " + (open ? UNKNOWN : "") + "}"
                        + YamlWriter.behind(notes.text("yaml.step.none")));
            }
        }
    }

    private void skip(YamlWriter yaml) {
        boolean completions = guess.lifecycle() != null && !guess.isPaired();
        if (guess.headerRow() > 1 || completions) {
            yaml.line("skip:");
        }
        if (guess.headerRow() > 1) {
            yaml.line("  first: " + (guess.headerRow() - 1));
        }
        if (completions) {
            // Also where the sample holds nothing else: a start further down must not be read as an activity.
            List<String> complete = guess.lifecycle().counts.keySet().stream()
                    .filter(v -> TransitionGuess.of(v) == Transition.COMPLETE)
                    .toList();
            yaml.line("  where:");
            yaml.line("    - {column: " + reference(guess.lifecycle()) + ", is_not: " + YamlText.flow(complete) + "}");
        }
    }

    private void column(YamlWriter yaml, String field, ColumnGuess column) {
        String examples = YamlWriter.behind(String.join(" | ", column.shown()));
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> remarks = new LinkedHashMap<>();
        if (field.equals("step")) {
            guess.translations().forEach((value, near) -> {
                values.put(value, near.step() == null ? "" : near.step().toString());
                remarks.put(
                        value,
                        near.step() == null
                                ? notes.text("yaml.step.none")
                                : notes.text("yaml.step.near", "title", near.title()));
            });
        } else if (field.equals("decision")) {
            decisions(column, values, remarks);
        } else if (field.equals("transition")) {
            transitions(column, values, remarks);
        } else if (field.equals("instance") && column.values.size() == guess.rows()) {
            // What lacks its instance would be paired with nothing.
            yaml.line("  instance: {column: " + reference(column) + ", required: true}" + examples);
            return;
        }
        if (values.isEmpty() || values.size() > MOST_TRANSLATED) {
            yaml.line("  " + field + ": " + source(column) + examples);
            return;
        }
        yaml.line("  " + field + ":" + examples);
        yaml.line("    column: " + reference(column));
        if (field.equals("step")) {
            yaml.line("    others: keep");
        }
        yaml.line("    values:");
        Set<String> keys = new HashSet<>();
        values.forEach((value, meaning) -> {
            String key = Wording.normalise(value);
            // Values that differ in spelling only are one.
            if (keys.add(key.isEmpty() ? value : key)) {
                yaml.line("      " + YamlText.flow(value) + ": " + meaning
                        + YamlWriter.behind(remarks.getOrDefault(value, "")));
            }
        });
    }

    private void decisions(ColumnGuess column, Map<String, String> values, Map<String, String> remarks) {
        if (DecisionGuess.areNative(column.counts.keySet())) {
            return;
        }
        for (String value : column.counts.keySet()) {
            values.put(value, DecisionGuess.of(value));
            remarks.put(value, values.get(value).isEmpty() ? notes.text("yaml.decision.none") : "");
        }
    }

    private void transitions(ColumnGuess column, Map<String, String> values, Map<String, String> remarks) {
        if (column.counts.keySet().stream().noneMatch(TransitionGuess::isForeign)) {
            return;
        }
        for (String value : column.counts.keySet()) {
            values.put(value, TransitionGuess.word(value));
            remarks.put(value, values.get(value).isEmpty() ? notes.text("yaml.transition.none") : "");
        }
    }

    private void constants(YamlWriter yaml, boolean open) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (String field : guess.needed()) {
            if (!guess.fields().containsKey(field) && !(guess.isUnfolded() && field.equals("step"))) {
                constants.put(field, "" + YamlWriter.behind(notes.text("yaml.open")));
            }
        }
        // Which steps there are would depend on the SOP.
        if (!guess.fields().containsKey("sop") && guess.sop() != null && !open) {
            constants.put(
                    "sop",
                    YamlText.flow(guess.sop().id())
                            + YamlWriter.behind(guess.sop().title()));
        }
        if (!constants.isEmpty()) {
            yaml.line("constants:");
            constants.forEach((field, value) ->
                    yaml.line("  " + field + ":" + (value.isEmpty() || value.startsWith(" ") ? "" : " ") + value));
        }
        if (!constants.containsKey("sop") && !guess.fields().containsKey("sop")) {
            yaml.comment(notes.text("yaml.sop"));
        }
    }

    /** A column, with the one that holds the time of day to its dates. */
    private String source(ColumnGuess column) {
        return column.clock == null
                ? reference(column)
                : "{columns: [" + reference(column) + ", " + reference(column.clock) + "]}";
    }

    /** A header that stands twice, or not at all, cannot name its column. */
    private String reference(ColumnGuess column) {
        long same = guess.columns().stream()
                .filter(c -> Wording.key(c.header).equals(Wording.key(column.header)))
                .count();
        return YamlText.flow(same == 1 && !column.header.isEmpty() ? column.header : "#" + (column.position + 1));
    }
}
