package id.patuh.ruleset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes single cells of a CSV text separated by commas; all else stays as it is. */
final class CsvPatch {

    private String text;

    /** A cell with its quotation marks. */
    private record Span(int from, int until) {}

    CsvPatch(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * Gives a cell that there is another value.
     *
     * @param line where its record begins, from 1
     * @param column from 0
     */
    void set(int line, int column, String value) {
        Span cell = cells().get(line).get(column);
        boolean quoted = text.startsWith("\"", cell.from()) || value.matches("(?s).*[\",\\r\\n].*");
        String written = quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
        text = text.substring(0, cell.from()) + written + text.substring(cell.until());
    }

    /** The cells by the line that their record begins in. */
    private Map<Integer, List<Span>> cells() {
        Map<Integer, List<Span>> records = new HashMap<>();
        int line = 1;
        int began = 1;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            quoted ^= c == '"';
            if (!quoted && (c == ',' || c == '\n')) {
                int until = c == '\n' && i > from && text.charAt(i - 1) == '\r' ? i - 1 : i;
                records.computeIfAbsent(began, b -> new ArrayList<>()).add(new Span(from, until));
                from = i + 1;
            }
            line += c == '\n' ? 1 : 0;
            if (!quoted && c == '\n') {
                began = line;
            }
        }
        return records;
    }
}
