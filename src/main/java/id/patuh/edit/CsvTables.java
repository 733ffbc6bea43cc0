package id.patuh.edit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.patuh.intake.SheetFile.Cell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables as CSV files, with semicolons, which spreadsheet programs set to Indonesian expect. What they would take for a
 * formula is marked as text by an apostrophe.
 */
public final class CsvTables {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char MARK = '\'';
    private static final Pattern RISKY = Pattern.compile("[=+@'\\t\\r].*|-.+", Pattern.DOTALL);

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
                                    .map(CsvTables::marked)
                                    .toList()));
            files.put(fileName(tables.texts().sheet(kind)), csv(lines));
        });
        List<List<String>> origin = Origin.lines(tables).stream()
                .map(line -> line.stream().map(CsvTables::marked).toList())
                .toList();
        files.put(fileName(tables.texts().text("sheet.origin")), csv(origin));
        return files;
    }

    private static String fileName(String sheet) {
        return sheet.toLowerCase(Locale.ROOT).replace(' ', '-') + ".csv";
    }

    private static byte[] csv(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            lines.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String marked(String text) {
        return RISKY.matcher(text).matches() ? MARK + text : text;
    }

    /** The cell as it was before it was marked as text. */
    static Cell unmarked(Cell cell) {
        String text = cell.text();
        boolean marked = !text.isEmpty()
                && text.charAt(0) == MARK
                && RISKY.matcher(text.substring(1)).matches();
        return marked ? new Cell(text.substring(1), cell.formula(), cell.number(), cell.fault()) : cell;
    }
}
