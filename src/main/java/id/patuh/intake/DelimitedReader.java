package id.patuh.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits delimited text into records; a faulty one is rejected and the next line begins a new one. */
final class DelimitedReader {

    private static final int SNIFFED = 1 << 16;
    private static final int LINES_SNIFFED = 100;
    private static final String SEPARATORS = ",;\t|";
    private static final Pattern EXCEL_SEPARATOR =
            Pattern.compile("\"?(?i:sep)=([,;\\t|])\"?(?:\\R.*)?", Pattern.DOTALL);

    private final ReplayReader text;
    private final Reading reading;
    private final CsvRow row;
    private boolean replaced;
    private char separator;
    private long lineOffset;
    private CloseableIterator<CsvRow> records;

    DelimitedReader(Reader text, Reading reading) {
        this.text = new ReplayReader(text);
        this.row = new CsvRow(this.text);
        this.reading = reading;
    }

    /** @param refuse whether bytes are replaced in the text: what holds any of them is rejected */
    DelimitedReader refuseReplacements(boolean refuse) {
        replaced = refuse;
        return this;
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
        String damaged = replaced && problem == null ? damaged() : null;
        if (damaged != null) {
            reading.reject(line(), null, damaged, "bytes-unreadable");
            table.lose(line(), null);
        } else if (problem == null) {
            table.row(row, line());
        } else {
            reading.reject(line(), null, null, problem);
            table.lose(line(), null);
        }
        text.forgetBefore(line(), row.place());
    }

    /** The first cell that holds bytes that could not be read; null when none does. */
    private String damaged() {
        for (int i = 0; i < row.size(); i++) {
            if (row.cell(i).indexOf(Lines.REPLACEMENT) >= 0) {
                return row.cell(i);
            }
        }
        return null;
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
     * The separator met most in the first line that has two of one kind outside quotation marks. Titles have none, and
     * where one has, the lines below it do not go on with it.
     */
    private static char separatorOf(String start) {
        List<int[]> lines = separatorsByLine(start);
        for (int i = 0; i < lines.size(); i++) {
            int most = most(lines.get(i));
            if (lines.get(i)[most] > 1 && goesOn(lines.subList(i + 1, lines.size()), most)) {
                return SEPARATORS.charAt(most);
            }
        }
        return lines.stream()
                .max(Comparator.comparingInt(line -> line[most(line)] > 1 ? 2 : line[most(line)]))
                .map(line -> SEPARATORS.charAt(most(line)))
                .orElse(',');
    }

    /** How often each separator is met in the first lines that have any. */
    private static List<int[]> separatorsByLine(String start) {
        List<int[]> lines = new ArrayList<>();
        int[] met = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i <= start.length() && lines.size() < LINES_SNIFFED; i++) {
            char c = i < start.length() ? start.charAt(i) : '\n';
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (met[most(met)] > 0) {
                    lines.add(met);
                    met = new int[SEPARATORS.length()];
                }
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                met[SEPARATORS.indexOf(c)]++;
            }
        }
        return lines;
    }

    /** Whether no more of the lines are split by another separator than by this one. */
    private static boolean goesOn(List<int[]> lines, int separator) {
        int balance = 0;
        for (int[] line : lines) {
            int most = line[most(line)];
            balance += most < 2 ? 0 : line[separator] == most ? 1 : -1;
        }
        return balance >= 0;
    }

    private static int most(int[] met) {
        int most = 0;
        for (int i = 1; i < met.length; i++) {
            most = met[i] > met[most] ? i : most;
        }
        return most;
    }
}
