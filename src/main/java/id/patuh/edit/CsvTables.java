package id.patuh.edit;

import id.patuh.intake.SheetFile.Cell;
import id.patuh.report.CsvText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The tables as CSV files. */
public final class CsvTables {

    private CsvTables() {}

    /** The files by their names. */
    public static Map<String, byte[]> of(RuleTables tables) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        tables.tables().forEach((kind, table) -> {
            List<List<String>> lines = new ArrayList<>();
            lines.add(Stream.concat(
                            table.columns().stream()
                                    .map(column -> tables.texts().heading(kind, column)),
                            Stream.of(table.idHeading()))
                    .toList());
            table.rows()
                    .forEach(row ->
                            lines.add(Stream.concat(table.columns().stream().map(row::cell), Stream.of(row.id()))
                                    .toList()));
            files.put(fileName(tables.texts().sheet(kind)), csv(lines));
        });
        files.put(fileName(tables.texts().text("sheet.origin")), csv(Origin.lines(tables)));
        return files;
    }

    private static byte[] csv(List<List<String>> lines) {
        return CsvText.of(lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String fileName(String sheet) {
        return sheet.toLowerCase(Locale.ROOT).replace(' ', '-') + ".csv";
    }

    /** The cell as it was before it was marked as text. */
    static Cell unmarked(Cell cell) {
        String text = CsvText.unmarked(cell.text());
        return text.equals(cell.text()) ? cell : new Cell(text, cell.formula(), cell.number(), cell.fault());
    }
}
