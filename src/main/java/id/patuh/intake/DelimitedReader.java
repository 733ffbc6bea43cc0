package id.patuh.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits delimited text into records; a faulty one is rejected and the next line begins a new one. */
final class DelimitedReader {

    private static final int SNIFFED = 1 << 16;
    private static final String SEPARATORS = ",;\t";
    private static final Pattern EXCEL_SEPARATOR =
            Pattern.compile("\"?(?i:sep)=([,;\\t|])\"?(?:\\R.*)?", Pattern.DOTALL);

    private final ReplayReader text;
    private final Reading reading;
    private final CsvRow row = new CsvRow();
    private char separator;
    private long lineOffset;
    private CloseableIterator<CsvRow> records;

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
            try {
                readRows(table);
            } catch (IOException | UncheckedIOException e) {
                table.breakOff();
                throw e;
            }
            table.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void readRows(Table table) throws IOException, Unreadable {
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

    private void row(Table table) throws Unreadable {
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

    /**
     * The separator met most in the first line that has two of one kind outside quotation marks. A line of prose, whose
     * commas are followed by blanks ("Senin, 1 Juni 2026 s.d. Selasa, 30 Juni 2026"), only counts where no other tells.
     */
    private static char separatorOf(String start) {
        char single = 0;
        char prose = 0;
        int[] met = new int[SEPARATORS.length()];
        boolean spaced = true;
        boolean quoted = false;
        for (int i = 0; i <= start.length(); i++) {
            char c = i < start.length() ? start.charAt(i) : '\n';
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                char most = SEPARATORS.charAt(most(met));
                int count = met[most(met)];
                if (count > 1 && !(most == ',' && spaced)) {
                    return most;
                }
                prose = prose == 0 && count > 1 ? most : prose;
                single = single == 0 && count == 1 ? most : single;
                Arrays.fill(met, 0);
                spaced = true;
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                met[SEPARATORS.indexOf(c)]++;
                spaced &= c != ',' || i + 1 < start.length() && start.charAt(i + 1) == ' ';
            }
        }
        if (prose != 0) {
            return prose;
        }
        return single == 0 ? ',' : single;
    }

    private static int most(int[] met) {
        int most = 0;
        for (int i = 1; i < met.length; i++) {
            most = met[i] > met[most] ? i : most;
        }
        return most;
    }
}
