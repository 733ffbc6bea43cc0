package id.patuh.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Text with separators: finds the separator and what the headers mean, then hands on row by row. */
final class DelimitedReader {

    private static final int LINE_LIMIT = 1 << 20;
    private static final int CELL_LIMIT = 1 << 20;

    private final FileFacts facts;
    private final InputFile.Kind wanted;

    DelimitedReader(FileFacts facts, InputFile.Kind wanted) {
        this.facts = facts;
        this.wanted = wanted;
    }

    void read(BufferedReader text) throws IOException {
        int skippedLines = 0;
        text.mark(LINE_LIMIT);
        String header = firstLine(text);
        char separator;
        if (header != null && header.toLowerCase(java.util.Locale.ROOT).matches("\"?sep=.\"?")) {
            separator = header.charAt(header.indexOf('=') + 1);
            skippedLines = 1;
        } else {
            separator = separator(header == null ? "" : header);
            text.reset();
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .maxBufferSize(CELL_LIMIT * 2)
                .ofCsvRecord(text)) {
            readRows(csv.iterator(), skippedLines);
        }
    }

    private static String firstLine(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = text.read();
        while (c >= 0 && (c != '\n' && c != '\r' || line.isEmpty()) && line.length() < LINE_LIMIT - 2) {
            if (c != '\n' && c != '\r') {
                line.append((char) c);
            }
            c = text.read();
        }
        return line.isEmpty() ? null : line.toString();
    }

    private static char separator(String header) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = unquoted(header).filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static IntStream unquoted(String line) {
        boolean[] quoted = {false};
        return line.chars().filter(c -> {
            if (c == '"') {
                quoted[0] = !quoted[0];
            }
            return !quoted[0];
        });
    }

    private void readRows(Iterator<CsvRecord> records, int skippedLines) {
        Consumer<SourceRow> reader = null;
        SourceTable table = new SourceTable(facts.path, null);
        int[] columns = null;
        boolean any = false;
        InputFile.Kind kind = null;
        while (true) {
            CsvRecord csv;
            try {
                if (!records.hasNext()) {
                    break;
                }
                csv = records.next();
            } catch (CsvParseException e) {
                // The parser cannot go on after this; what came before is kept.
                facts.rejectFile("text-broken", "cause", String.valueOf(e.getMessage()));
                break;
            }
            int line = (int) csv.getStartingLineNumber() + skippedLines;
            if (columns == null) {
                TableHeader header = new TableHeader(facts, table, csv.getFields(), line);
                kind = header.recognise(wanted);
                if (kind == null) {
                    return;
                }
                facts.kind(kind);
                columns = header.columns();
                reader = header.complete() ? header.reader() : null;
            } else {
                any = true;
                if (reader == null) {
                    facts.row(kind, true);
                } else {
                    row(csv, line, table, columns, kind, reader);
                }
            }
        }
        if (columns != null && !any) {
            facts.rejectFile("rows-missing");
        }
        if (reader instanceof PublishedRows published) {
            published.finish();
        }
    }

    private void row(
            CsvRecord csv,
            int line,
            SourceTable table,
            int[] columns,
            InputFile.Kind kind,
            Consumer<SourceRow> reader) {
        List<String> fields = csv.getFields();
        String[] values = new String[count(columns)];
        boolean blank = true;
        for (int i = 0; i < fields.size(); i++) {
            String value = fields.get(i);
            blank &= value.isBlank();
            if (i < columns.length && columns[i] >= 0 && !value.isEmpty()) {
                values[columns[i]] = value;
            }
        }
        if (blank) {
            return;
        }
        if (fields.size() > columns.length
                && fields.subList(columns.length, fields.size()).stream().anyMatch(f -> !f.isBlank())) {
            facts.reject(
                    line,
                    null,
                    null,
                    "row-too-long",
                    "cells",
                    Integer.toString(fields.size()),
                    "columns",
                    Integer.toString(columns.length));
            facts.row(kind, true);
            return;
        }
        reader.accept(new SourceRow(table, line, values));
    }

    private static int count(int[] columns) {
        int count = 0;
        for (int column : columns) {
            count = Math.max(count, column + 1);
        }
        return count;
    }

    /** Fields of a header line, for messages. */
    static String shown(List<String> headers) {
        List<String> shown = new ArrayList<>(headers.subList(0, Math.min(headers.size(), 20)));
        return String.join(", ", shown);
    }
}
