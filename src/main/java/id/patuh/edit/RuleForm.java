package id.patuh.edit;

import id.patuh.engine.RuleCache;
import id.patuh.intake.RejectedRow;
import id.patuh.intake.SheetFile;
import id.patuh.intake.SheetFile.Cell;
import id.patuh.report.Reasons;
import id.patuh.report.Words;
import id.patuh.ruleset.RuleItem.Kind;
import id.patuh.ruleset.RuleLibrary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of a table as a form: it is filled in, read and refused as tables are ({@link RuleImport}). */
public final class RuleForm {

    private final RuleTables tables;
    private final EditTable table;
    /** Null where the row is a new one. */
    private final EditTable.Row row;

    private RuleForm(RuleTables tables, EditTable table, EditTable.Row row) {
        this.tables = tables;
        this.table = table;
        this.row = row;
    }

    /**
     * What came of a form.
     *
     * @param after the changed rule set; null where anything was refused
     * @param wrong why fields cannot be used, by the key of their column
     * @param problems whatever else is wrong
     * @param notes what whoever filled it in ought to know
     */
    public record Filled(RuleLibrary after, Map<String, String> wrong, List<String> problems, List<String> notes) {

        public Filled {
            wrong = Map.copyOf(wrong);
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }
    }

    /** The form of a row, by what names it ({@link EditTable.Row#id}); empty where there is none. */
    public static Optional<RuleForm> of(RuleTables tables, Kind kind, String id) {
        EditTable table = tables.tables().get(kind);
        return table.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map(row -> new RuleForm(tables, table, row));
    }

    /** The form of a row that is to be added; empty where the table takes none. */
    public static Optional<RuleForm> ofNew(RuleTables tables, Kind kind) {
        EditTable table = tables.tables().get(kind);
        boolean takes = table.columns().get(0).use() == EditColumn.Use.NAMED;
        return takes ? Optional.of(new RuleForm(tables, table, null)) : Optional.empty();
    }

    /** The table that it is a row of. */
    public EditTable table() {
        return table;
    }

    /** What stands in a column now; empty in a row that is to be added. */
    public String cell(EditColumn column) {
        return row == null ? "" : row.cell(column);
    }

    /** What explains the row, by the heading of its column; nothing of a row that is to be added. */
    public Map<String, String> explained() {
        Map<String, String> explained = new LinkedHashMap<>();
        for (EditColumn column : table.columns()) {
            if (row != null
                    && column.use() != EditColumn.Use.CHANGED
                    && !row.cell(column).isEmpty()) {
                explained.put(heading(column), row.cell(column));
            }
        }
        return explained;
    }

    /** Whether the row is to be added. */
    public boolean isNew() {
        return row == null;
    }

    /** The columns that are filled in. */
    public List<EditColumn> fields() {
        return table.columns().stream()
                .filter(column ->
                        column.use() == EditColumn.Use.CHANGED || isNew() && column.use() == EditColumn.Use.NAMED)
                .filter(column -> !isNew() || !column.key().equals(EditColumn.ACTION))
                .toList();
    }

    /** What may be chosen in a column; empty where anything may be written. */
    public List<String> choices(EditColumn column) {
        boolean ofParameter = row != null && column.key().equals(EditColumn.VALUE);
        String key = ofParameter
                ? EditColumn.VALUE + "/"
                        + row.cells().get(table.columns().get(0).key())
                : column.key();
        return column.type() == CellType.YES_NO
                ? List.of(tables.texts().yesNo(true), tables.texts().yesNo(false))
                : table.choices().getOrDefault(key, List.of());
    }

    /**
     * Makes the change that it asks for.
     *
     * @param cells what was filled in, by the key of the column; what is missing stays as it is
     * @param today tells what holds already
     */
    public Filled fill(RuleLibrary library, Map<String, String> cells, LocalDate today, RuleCache cache) {
        RuleImport made = RuleImport.of(library, tables, sheet(cells), today, cache);
        Map<String, String> wrong = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (RuleImport.Refusal refusal : made.refusals()) {
            Optional<String> field = Optional.ofNullable(refusal.rejected()).flatMap(this::field);
            String why = refusal.rejected() == null
                    ? Reasons.of(refusal.cause(), tables.texts().language())
                    : Words.reason(refusal.rejected(), tables.texts().language());
            field.ifPresentOrElse(key -> wrong.putIfAbsent(key, why), () -> problems.add(why));
        }
        List<String> notes = made.notes().stream()
                .map(note -> Words.note(note, tables.texts().language()))
                .toList();
        return new Filled(made.after().orElse(null), wrong, problems, notes);
    }

    private Optional<String> field(RejectedRow rejected) {
        return fields().stream()
                .filter(column -> heading(column).equals(rejected.column()))
                .map(EditColumn::key)
                .findFirst();
    }

    private String heading(EditColumn column) {
        return tables.texts().heading(table.kind(), column).replace('\n', ' ');
    }

    /** The whole table, in which this row alone is another one. */
    private SheetFile.Sheet sheet(Map<String, String> cells) {
        List<SheetFile.Row> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(table.columns().stream()
                .map(column -> tables.texts().heading(table.kind(), column))
                .toList());
        header.add(table.idHeading());
        add(rows, header);
        for (EditTable.Row each : table.rows()) {
            add(rows, texts(each, each == row ? cells : Map.of()));
        }
        if (row == null) {
            add(rows, texts(null, cells));
        }
        return new SheetFile.Sheet("-", tables.texts().sheet(table.kind()), rows);
    }

    private List<String> texts(EditTable.Row each, Map<String, String> cells) {
        List<String> texts = new ArrayList<>();
        for (EditColumn column : table.columns()) {
            String now = each == null ? "" : each.cell(column);
            texts.add(column.use() == EditColumn.Use.SHOWN ? now : cells.getOrDefault(column.key(), now));
        }
        texts.add(each == null ? "" : each.id());
        return texts;
    }

    private static void add(List<SheetFile.Row> rows, List<String> texts) {
        List<Cell> cells =
                texts.stream().map(text -> new Cell(text, false, false, null)).toList();
        rows.add(new SheetFile.Row(rows.size() + 1, cells, false));
    }
}
