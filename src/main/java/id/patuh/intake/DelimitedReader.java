package id.patuh.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits delimited text into records; a faulty one is rejected and the next line begins a new one. */
final class DelimitedReader {

    private static final int SNIFFED = 1 << 16;
    private static final Pattern EXCEL_SEPARATOR =
            Pattern.compile("\"?(?i:sep)=([,;\\t|])\"?(?:\\R.*)?", Pattern.DOTALL);

    private final ReplayReader text;
    private final Reading reading;
    private final CsvRow row = new CsvRow();
    private char separator;
    private long lineOffset;
    private CloseableIterator<CsvRow> records;

    /** Takes the records of a table; faulty ones are passed with their problem. */
    interface Table {

        /** Whether rows are wanted after this header. */
        boolean header(CsvRow row, int line) throws Unreadable;

        void row(CsvRow row, int line);

        /**
         * A record that was rejected before it became a row.
         *
         * @param text what stands there, or null where it is too long to be kept
         */
        void lose(int line, String text);

        /** The file cannot be read any further. */
        void breakOff();

        void end();
    }

    DelimitedReader(Reader text, Reading reading) {
        this.text = new ReplayReader(text);
        this.reading = reading;
    }

    void read(Table table) throws IOException, Unreadable {
        try {
            String start = text.peek(SNIFFED);
            Matcher excel = EXCEL_SEPARATOR.matcher(start);
            separator = excel.matches() ? excel.group(1).charAt(0) : separatorOf(start);
            restartAt(excel.matches() ? 2 : 1);
            if (readHeader(table)) {
                try {
                    readRows(table);
                } catch (IOException | UncheckedIOException e) {
                    table.breakOff();
                    throw e;
                }
                table.end();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean readHeader(Table table) throws IOException, Unreadable {
        try {
            while (records.hasNext()) {
                CsvRow header = records.next();
                if (header.problem() != null) {
                    throw header.problem();
                }
                if (!header.isBlank()) {
                    return table.header(header, line());
                }
            }
        } catch (CsvParseException e) {
            throw new Unreadable("header-broken", "line", "" + line());
        }
        throw new Unreadable("file-empty");
    }

    private void readRows(Table table) throws IOException {
        boolean more = true;
        while (more) {
            try {
                more = records.hasNext();
                if (more && !records.next().isBlank()) {
                    row(table);
                }
            } catch (CsvParseException e) {
                reading.reject(line(), null, null, "quoting-broken", "limit", "" + CsvRow.MAX_CELL);
                table.lose(line(), text.line(line()));
                restartAt(line() + 1L);
            }
        }
    }

    private void row(Table table) {
        Unreadable problem = row.problem();
        if (problem == null) {
            table.row(row, line());
        } else {
            reading.reject(line(), null, null, problem);
            table.lose(line(), null);
        }
        text.forgetBefore(line());
    }

    private int line() {
        return (int) (row.line() + lineOffset);
    }

    private void restartAt(long line) throws IOException {
        text.restartAt(line);
        lineOffset = line - 1;
        records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * CsvRow.MAX_CELL)
                .build(row, text)
                .iterator();
    }

    /** The separator met most outside quotation marks in the first line that is not blank. */
    private static char separatorOf(String start) {
        int[] met = new int[3];
        boolean quoted = false;
        String line = start.stripLeading();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && ",;\t".indexOf(c) >= 0) {
                met[",;\t".indexOf(c)]++;
            }
        }
        if (met[2] > met[0] && met[2] > met[1]) {
            return '\t';
        }
        return met[1] > met[0] ? ';' : ',';
    }
}
