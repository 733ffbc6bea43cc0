package id.patuh.edit;

import id.patuh.intake.RejectedRow;
import id.patuh.intake.SheetFile;
import id.patuh.intake.SheetFile.Cell;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleItem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table that somebody filled in, wherever its sheet, its columns and its rows stand now. */
final class FilledTable {

    private final Kind kind;
    private final SheetFile.Sheet sheet;
    private final SheetFile.Row header;
    private final int idColumn;
    private final Map<EditColumn, Integer> columns = new HashMap<>();
    private final List<RejectedRow> rejected = new ArrayList<>();

    private FilledTable(Kind kind, SheetFile.Sheet sheet, SheetFile.Row header, int idColumn) {
        this.kind = kind;
        this.sheet = sheet;
        this.header = header;
        this.idColumn = idColumn;
    }

    /** The table of a sheet; null where it is none of those that are given out. */
    static FilledTable of(SheetFile.Sheet sheet) {
        for (SheetFile.Row row : sheet.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                for (Kind kind : Kind.values()) {
                    if (row.cell(i).text().strip().equals(EditTable.ID + Texts.word(kind))) {
                        FilledTable table = new FilledTable(kind, sheet, row, i);
                        table.findColumns();
                        return table;
                    }
                }
            }
        }
        return null;
    }

    private void findColumns() {
        for (int i = 0; i < header.cells().size(); i++) {
            String heading = header.cell(i).text().strip();
            int at = i;
            EditColumn found = EditColumn.of(kind).stream()
                    .filter(column -> Texts.isHeading(kind, column, heading))
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                if (columns.putIfAbsent(found, at) != null) {
                    rejected.add(problem(header, null, heading, "edit-column-repeated", Map.of()));
                }
            } else if (i != idColumn && !heading.isEmpty()) {
                rejected.add(problem(header, null, heading, "edit-column-unknown", Map.of()));
            }
        }
        for (EditColumn column : EditColumn.of(kind)) {
            if (!columns.containsKey(column) && column.use() != EditColumn.Use.SHOWN) {
                String heading = new Texts(Language.ID).heading(kind, column);
                rejected.add(problem(header, null, null, "edit-column-absent", Map.of("column", heading)));
            }
        }
    }

    Kind kind() {
        return kind;
    }

    /** What is wrong with its columns; with any of it no row can be trusted. */
    List<RejectedRow> rejected() {
        return rejected;
    }

    /** The rows below the header. */
    List<SheetFile.Row> rows() {
        return sheet.rows().stream()
                .filter(row -> row.number() > header.number())
                .toList();
    }

    boolean has(EditColumn column) {
        return columns.containsKey(column);
    }

    Cell cell(SheetFile.Row row, EditColumn column) {
        Cell cell = row.cell(columns.getOrDefault(column, -1));
        return sheet.name() == null ? CsvTables.unmarked(cell) : cell;
    }

    Cell id(SheetFile.Row row) {
        return row.cell(idColumn);
    }

    /** Something wrong with the table as a whole. */
    RejectedRow problemOfTable(String value, String reason, Map<String, String> details) {
        return new RejectedRow(sheet.path(), sheet.name(), null, null, value, reason, details);
    }

    /** Something wrong with a row. */
    RejectedRow problem(SheetFile.Row row, String reason, Map<String, String> details) {
        return problem(row, null, null, reason, details);
    }

    /** Something wrong with a cell; with a null column with its row. */
    RejectedRow problem(SheetFile.Row row, EditColumn column, String reason, Map<String, String> details) {
        String value = column == null ? null : cell(row, column).text();
        return problem(
                row,
                column == null || !has(column)
                        ? null
                        : header.cell(columns.get(column)).text().replace('\n', ' '),
                value == null || value.isEmpty() ? null : value,
                reason,
                details);
    }

    /** Something wrong with a row, as its column is called elsewhere. */
    RejectedRow problem(SheetFile.Row row, String column, String value, String reason, Map<String, String> details) {
        return new RejectedRow(sheet.path(), sheet.name(), row.number(), column, value, reason, details);
    }
}
