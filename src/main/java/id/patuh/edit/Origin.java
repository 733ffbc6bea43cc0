package id.patuh.edit;

import id.patuh.intake.SheetFile;
import id.patuh.ruleset.RuleItem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tables held when they were given out, without which nobody knows what was changed in them since.
 *
 * @param sha256 of the rule set that they were made of
 * @param rows cells by table, row and column
 */
public record Origin(String sha256, Map<Kind, Map<String, Map<String, String>>> rows) {

    /** Begins the sheet, in every language. */
    public static final String MARK = "id:origin";

    private static final int COLUMNS = 4;

    /** As a table of texts: the mark with the hash of the rule set, then a line for each cell. */
    public static List<List<String>> lines(RuleTables tables) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(MARK, tables.sha256(), "", ""));
        tables.tables()
                .forEach((kind, table) -> table.rows().forEach(row -> {
                    lines.add(List.of(Texts.word(kind), row.id(), "", ""));
                    row.cells().forEach((column, text) -> lines.add(List.of(Texts.word(kind), row.id(), column, text)));
                }));
        return lines;
    }

    /** Of tables that are filled in as they are now. */
    static Origin of(RuleTables tables) {
        Map<Kind, Map<String, Map<String, String>>> rows = new HashMap<>();
        tables.tables().forEach((kind, table) -> {
            Map<String, Map<String, String>> cells = new LinkedHashMap<>();
            table.rows().forEach(row -> cells.put(row.id(), row.cells()));
            rows.put(kind, cells);
        });
        return new Origin(tables.sha256(), rows);
    }

    /** The origin that a sheet holds; null where it holds none. */
    static Origin of(SheetFile.Sheet sheet) {
        if (sheet.rows().isEmpty() || !sheet.rows().get(0).cell(0).text().equals(MARK)) {
            return null;
        }
        Map<String, Kind> kinds = new HashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(Texts.word(kind), kind);
        }
        Map<Kind, Map<String, Map<String, String>>> rows = new HashMap<>();
        for (SheetFile.Row line : sheet.rows().subList(1, sheet.rows().size())) {
            Kind kind = kinds.get(line.cell(0).text());
            if (kind == null) {
                return null;
            }
            Map<String, String> cells = rows.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                    .computeIfAbsent(line.cell(1).text(), id -> new HashMap<>());
            if (!line.cell(2).text().isEmpty()) {
                SheetFile.Cell held = line.cell(COLUMNS - 1);
                cells.put(line.cell(2).text(), (sheet.name() == null ? CsvTables.unmarked(held) : held).text());
            }
        }
        return new Origin(sheet.rows().get(0).cell(1).text(), rows);
    }

    /** The rows of a table by their ids. */
    Map<String, Map<String, String>> rows(Kind kind) {
        return rows.getOrDefault(kind, Map.of());
    }
}
