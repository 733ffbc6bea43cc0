package id.patuh.report;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as CSV (RFC 4180) that a spreadsheet shows as they are: what it would take for a formula begins with an apostrophe. */
public final class CsvText {

    private CsvText() {}

    /** @param rows the header first; null is an empty cell */
    public static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        if (text == null) {
            return "";
        }
        String shown = SheetText.isRisky(text) ? "'" + text : text;
        boolean plain = shown.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return plain ? shown : '"' + shown.replace("\"", "\"\"") + '"';
    }
}
