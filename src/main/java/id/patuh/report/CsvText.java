package id.patuh.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as CSV with semicolons, which spreadsheet programs set to Indonesian expect, after a byte order mark. What they would
 * take for a formula is marked as text by an apostrophe.
 */
public final class CsvText {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char MARK = '\'';
    private static final Pattern RISKY = Pattern.compile("[=+@'\\t\\r].*|-.+", Pattern.DOTALL);

    private final CsvWriter csv;

    /**
     * Begins a table.
     *
     * @throws IOException if it cannot be written
     */
    public CsvText(Writer to) throws IOException {
        to.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(to);
    }

    /** @param lines the headings among them */
    public static String of(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try {
            CsvText csv = new CsvText(text);
            for (List<String> line : lines) {
                csv.add(line);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Adds a line.
     *
     * @throws IOException if it cannot be written
     */
    public void add(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells.stream().map(CsvText::marked).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Hands everything on to the writer, which is flushed.
     *
     * @throws IOException if it cannot be written
     */
    public void flush() throws IOException {
        csv.flush();
    }

    private static String marked(String cell) {
        return RISKY.matcher(cell).matches() ? MARK + cell : cell;
    }

    /** The cell as it was before it was marked as text. */
    public static String unmarked(String cell) {
        boolean marked = !cell.isEmpty()
                && cell.charAt(0) == MARK
                && RISKY.matcher(cell.substring(1)).matches();
        return marked ? cell.substring(1) : cell;
    }
}
