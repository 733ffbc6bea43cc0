package id.patuh.web.rulebook;

import id.patuh.edit.CellType;
import id.patuh.edit.EditColumn;
import id.patuh.edit.EditTable;
import id.patuh.edit.RuleTables;
import id.patuh.ruleset.RuleItem.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table of what can be changed of a rule set, with the columns that people look for.
 *
 * @param word that names its kind in addresses
 * @param title what it holds
 * @param extensible whether rows may be added
 */
record ShownTable(String word, String title, List<String> headings, List<Line> lines, boolean extensible) {

    private static final Map<Kind, List<String>> COLUMNS = Map.of(
            Kind.PARAMETER, List.of("title", "value", "unit", "from", "until", "basis", "confirmed"),
            Kind.GRADE, List.of("regulation", "grade", "label", "from", "until", "basis"),
            Kind.SOP, List.of("id", "title", "in_force", "clock", "calendar", "survey.min_respondents"),
            Kind.STEP, List.of("sop", "no", "title", "executor", "within"),
            Kind.POLICY, List.of("title", "declared", "enabled", "severity", "why", "basis"));

    /**
     * A row of it.
     *
     * @param id names the row
     * @param name of what it is about, below its first cell; null where that says it
     * @param unconfirmed whether it says that it was not read in an official text
     */
    record Line(String id, String name, List<String> cells, boolean unconfirmed) {}

    static ShownTable of(RuleTables tables, Kind kind) {
        EditTable table = tables.tables().get(kind);
        List<EditColumn> columns = COLUMNS.get(kind).stream()
                .map(key -> table.columns().stream()
                        .filter(column -> column.key().equals(key))
                        .findFirst()
                        .orElseThrow())
                .toList();
        return new ShownTable(
                word(kind),
                tables.texts().sheet(kind),
                columns.stream()
                        .map(column -> tables.texts().heading(kind, column))
                        .toList(),
                table.rows().stream().map(row -> line(row, columns)).toList(),
                table.columns().get(0).use() == EditColumn.Use.NAMED);
    }

    private static Line line(EditTable.Row row, List<EditColumn> columns) {
        String confirmed = row.cells().get("confirmed");
        Kind kind = row.item().kind();
        boolean named = kind == Kind.PARAMETER || kind == Kind.POLICY;
        return new Line(
                row.id(),
                named ? row.cells().get(kind == Kind.PARAMETER ? "key" : "rule") : null,
                columns.stream().map(row::cell).toList(),
                confirmed != null && !Boolean.TRUE.equals(CellType.YES_NO.read(confirmed)));
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
