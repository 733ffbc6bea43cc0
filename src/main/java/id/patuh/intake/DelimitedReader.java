package id.patuh.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits delimited text into records; a faulty one is rejected and the next line begins a new one. */
final class DelimitedReader {

    private static final int SNIFFED = 1 << 16;
    private static final int LINES_SNIFFED = 100;
    static final String SEPARATORS = ",;\t|";
    private static final Pattern EXCEL_SEPARATOR =
            Pattern.compile("\"?(?i:sep)=([,;\\t|])\"?(?:\\R.*)?", Pattern.DOTALL);

    private final SourceFile file;
    private final Reading reading;
    private final CsvRow row = new CsvRow();
    private boolean replaced;
    private CsvParser records;

    DelimitedReader(SourceFile file, Reading reading) {
        this.file = file;
        this.reading = reading;
    }

    /** @param refuse whether bytes are replaced in the text: what holds any of them is rejected */
    DelimitedReader refuseReplacements(boolean refuse) {
        replaced = refuse;
        return this;
    }

    void read(Table table) throws IOException, Unreadable {
        try (InputStream bytes = file.openNarrow()) {
            records = new CsvParser(bytes, file.narrowCharset(), row);
            String start = records.peek(SNIFFED);
            Matcher excel = EXCEL_SEPARATOR.matcher(start);
            if (excel.matches()) {
                records.skipLine();
            }
            records.separateBy(excel.matches() ? excel.group(1).charAt(0) : separatorOf(start));
            try {
                while (readRow(table)) {
                    ByteRows rows = table.byBytes();
                    if (rows != null) {
                        records.pass(rows);
                    }
                }
            } catch (IOException e) {
                table.breakOff();
                throw e;
            }
            table.end();
        }
    }

    /** Reads a record; whether there was one. */
    private boolean readRow(Table table) throws IOException, Unreadable {
        try {
            if (!records.next()) {
                return false;
            }
        } catch (Unreadable e) {
            reading.reject(records.line(), null, null, e);
            table.lose(records.line(), records.text());
            records.skipLine();
            return true;
        }
        if (!row.isBlank()) {
            row(table, records.line());
        }
        return true;
    }

    private void row(Table table, int line) throws Unreadable {
        Unreadable problem = row.problem();
        String damaged = replaced && problem == null ? damaged() : null;
        if (damaged != null) {
            reading.reject(line, null, damaged, "bytes-unreadable");
            table.lose(line, null);
        } else if (problem == null) {
            table.row(row, line);
        } else {
            reading.reject(line, null, null, problem);
            table.lose(line, null);
        }
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
