package id.patuh.edit;

import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleProblem;
import id.patuh.intake.InputNote;
import id.patuh.intake.RejectedRow;
import id.patuh.intake.SheetFile;
import id.patuh.law.TimeLimit;
import id.patuh.ruleset.RuleEdit;
import id.patuh.ruleset.RuleItem.Kind;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetEditor;
import id.patuh.ruleset.RuleSetException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes back tables that managers filled in. Either all of what they changed becomes a rule set, or nothing does. */
public final class RuleImport {

    /** The field that holds a step's time limit. */
    private static final String WITHIN = "within";
    /** Of what a problem tells: words that could stand there. */
    private static final String KNOWN = "known";

    private final RuleLibrary before;
    private final RuleTables tables;
    private final LocalDate today;
    private final Map<Kind, Reconciliation> read = new EnumMap<>(Kind.class);
    private final List<RuleEdit> edits = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<InputNote> notes = new ArrayList<>();
    private RuleLibrary after;

    /**
     * Why what was filled in cannot be used.
     *
     * @param rejected where it was filled in; null for what stands elsewhere
     * @param cause what is wrong with the rule set that it would make; null where it was not tried
     */
    public record Refusal(RejectedRow rejected, RuleProblem cause) {}

    private RuleImport(RuleLibrary before, RuleTables tables, LocalDate today) {
        this.before = before;
        this.tables = tables;
        this.today = today;
    }

    /**
     * Makes the changes that tables ask for.
     *
     * @param tables of the rule set as it is now
     * @param files a workbook, or CSV files that were given out together
     * @param today tells what holds already
     */
    public static RuleImport of(
            RuleLibrary library, RuleTables tables, List<Path> files, LocalDate today, RuleCache cache) {
        List<SheetFile> contents = files.stream().map(SheetFile::read).toList();
        return new RuleImport(library, tables, today).read(contents).apply(cache);
    }

    /**
     * Makes the changes of one table.
     *
     * @param sheet the table as somebody filled it in who saw the tables as they are
     */
    static RuleImport of(
            RuleLibrary library, RuleTables tables, SheetFile.Sheet sheet, LocalDate today, RuleCache cache) {
        RuleImport made = new RuleImport(library, tables, today);
        made.read(FilledTable.of(sheet), Origin.of(tables));
        return made.apply(cache);
    }

    /** The changed rule set; empty where anything was refused. */
    public Optional<RuleLibrary> after() {
        return Optional.ofNullable(after);
    }

    /** What was asked for. */
    public List<RuleEdit> edits() {
        return List.copyOf(edits);
    }

    /** All that cannot be used. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** What whoever filled in the tables ought to know. */
    public List<InputNote> notes() {
        return List.copyOf(notes);
    }

    private RuleImport read(List<SheetFile> files) {
        files.forEach(file -> file.rejected().forEach(this::refuse));
        if (!refusals.isEmpty()) {
            return this;
        }
        List<SheetFile.Sheet> sheets =
                files.stream().flatMap(file -> file.sheets().stream()).toList();
        List<FilledTable> filled =
                sheets.stream().map(FilledTable::of).filter(Objects::nonNull).toList();
        Origin origin = sheets.stream()
                .map(Origin::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String path = sheets.isEmpty() ? "-" : sheets.get(0).path();
        if (filled.isEmpty()) {
            refuse(new RejectedRow(path, null, null, null, null, "edit-tables-absent", Map.of()));
        } else if (origin == null) {
            refuse(new RejectedRow(path, null, null, null, null, "edit-origin-absent", Map.of()));
        } else {
            filled.forEach(table -> read(table, origin));
            tellAbsent();
            tellMeanwhile(origin);
        }
        return this;
    }

    private void read(FilledTable table, Origin origin) {
        if (read.containsKey(table.kind())) {
            refuse(table.problemOfTable(null, "edit-table-repeated", Map.of()));
            return;
        }
        Reconciliation rows = new Reconciliation(table, origin, tables).run();
        read.put(table.kind(), rows);
        rows.rejected().forEach(this::refuse);
        edits.addAll(rows.edits());
    }

    private void refuse(RejectedRow rejected) {
        refusals.add(new Refusal(rejected, null));
    }

    private void tellAbsent() {
        for (Kind kind : tables.tables().keySet()) {
            if (!read.containsKey(kind)) {
                notes.add(new InputNote(
                        "edit-table-absent", Map.of("table", tables.texts().sheet(kind))));
            }
        }
    }

    /** What others changed since the tables were given out, which stays. */
    private void tellMeanwhile(Origin origin) {
        if (origin.sha256().equals(tables.sha256())) {
            return;
        }
        int before = notes.size();
        tables.tables().forEach((kind, table) -> {
            Map<String, Map<String, String>> old = origin.rows(kind);
            for (EditTable.Row row : table.rows()) {
                Map<String, String> cells = old.get(row.id());
                if (cells == null) {
                    notes.add(new InputNote("edit-meanwhile-added", Map.of("row", row.id())));
                } else {
                    EditColumn.changed(kind)
                            .filter(column -> !Objects.equals(
                                    row.type(column).read(row.cell(column)),
                                    row.type(column).read(cells.getOrDefault(column.key(), ""))))
                            .forEach(column -> notes.add(new InputNote(
                                    "edit-meanwhile-changed",
                                    Map.of(
                                            "row", row.id(),
                                            "column", tables.texts().heading(kind, column),
                                            "was", cells.getOrDefault(column.key(), "-"),
                                            "now", row.cell(column).isEmpty() ? "-" : row.cell(column)))));
                }
            }
            old.keySet().stream()
                    .filter(id ->
                            table.rows().stream().noneMatch(row -> row.id().equals(id)))
                    .forEach(id -> notes.add(new InputNote("edit-meanwhile-removed", Map.of("row", id))));
        });
        notes.add(
                before,
                new InputNote(
                        "edit-origin-other",
                        Map.of(
                                "sha256",
                                origin.sha256()
                                        .substring(
                                                0, Math.min(12, origin.sha256().length())))));
    }

    /** Fields before rows: those that are moved or taken away keep their names until then. */
    private RuleImport apply(RuleCache cache) {
        RuleSetEditor editor = new RuleSetEditor(before.files());
        edits.stream().filter(RuleEdit.Set.class::isInstance).forEach(editor::apply);
        edits.stream().filter(edit -> !(edit instanceof RuleEdit.Set)).forEach(editor::apply);
        try {
            RuleSetContent files = editor.content();
            boolean same = files.sha256().equals(before.files().sha256());
            RuleLibrary changed = same ? before : RuleLibrary.read(files, cache);
            if (refusals.isEmpty()) {
                after = changed;
                edits.forEach(this::tellOverwritten);
                edits.forEach(this::tellUnmeasured);
            }
        } catch (RuleSetException e) {
            e.problems().forEach(problem -> refusals.add(new Refusal(place(problem, editor), problem)));
        }
        return this;
    }

    /** Where what is wrong was filled in; null where it was not. */
    private RejectedRow place(RuleProblem problem, RuleSetEditor editor) {
        RuleSetEditor.Place at = editor.place(problem).orElse(null);
        Reconciliation table = at == null ? null : read.get(at.item().kind());
        if (table == null) {
            return null;
        }
        if (edits.contains(new RuleEdit.Remove(at.item()))) {
            return table.problem(at.item(), EditColumn.ACTION, "edit-last-removed", Map.of());
        }
        Map<String, String> details = new HashMap<>(problem.details());
        details.computeIfPresent(
                KNOWN,
                (name, words) -> Arrays.stream(words.split(", "))
                        .map(tables.texts()::choice)
                        .collect(Collectors.joining(", ")));
        // Places in files mean nothing to whoever filled in a table.
        details.replaceAll((name, value) -> editor.mentioned(problem, value)
                .map(table::row)
                .map(row -> value.matches("\\d+") ? "" + row : row(row))
                .orElse(value));
        return table.problem(at.item(), at.field(), problem, details);
    }

    private String row(int number) {
        return tables.texts().language().label("row") + " " + number;
    }

    /** That facts of the past are judged otherwise from now on. */
    private void tellOverwritten(RuleEdit edit) {
        if (edit.item().kind() != Kind.PARAMETER) {
            return;
        }
        if (edit instanceof RuleEdit.Add add) {
            if (add.fields().get("from") instanceof LocalDate from && from.isBefore(today)) {
                tellOfPast("edit-past-judged", edit, from);
            }
            return;
        }
        LocalDate from = LocalDate.parse(edit.item().name());
        boolean meant = !(edit instanceof RuleEdit.Set set)
                || List.of("from", EditColumn.VALUE).contains(set.field());
        if (meant && !from.isAfter(today)) {
            tellOfPast("edit-past-rewritten", edit, from);
        }
    }

    /** That a step has no deadline any more, though something stands where it would. */
    private void tellUnmeasured(RuleEdit edit) {
        Object within = edit instanceof RuleEdit.Add add
                ? add.fields().get(WITHIN)
                : edit instanceof RuleEdit.Set set && set.field().equals(WITHIN) ? set.value() : null;
        if (edit.item().kind() == Kind.STEP
                && within instanceof String text
                && TimeLimit.parse(text).isEmpty()) {
            Integer row = read.get(Kind.STEP).row(edit.item());
            notes.add(new InputNote("edit-limit-unmeasured", Map.of("row", "" + row, "within", text)));
        }
    }

    private void tellOfPast(String key, RuleEdit edit, LocalDate from) {
        String parameter = RuleTables.parameter(before.ruleSet(), edit.item().file())
                .orElseThrow()
                .key();
        notes.add(new InputNote(key, Map.of("parameter", parameter, "from", from.toString())));
    }
}
