package id.patuh.report;

import id.patuh.violation.Evidence;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where something stands in the input, and what stands there, in a line. */
public final class Place {

    private static final int VALUE_SHOWN = 120;

    private Place() {}

    /** A cell that proves something; a long value is cut. */
    public static String of(Evidence evidence, Language language) {
        return of(evidence.path(), evidence.sheet(), evidence.row(), evidence.column(), evidence.value(), language);
    }

    /** Where something was rejected; a long value is cut. */
    public static String of(ReportContent.Rejection rejected, Language language) {
        return of(rejected.path(), rejected.sheet(), rejected.row(), rejected.column(), rejected.value(), language);
    }

    private static String of(String path, String sheet, Integer row, String column, String value, Language language) {
        return Stream.of(
                        path,
                        sheet == null ? null : language.label("sheet") + " " + sheet,
                        row == null ? null : language.label("row") + " " + row,
                        column == null ? null : language.label("column") + " " + column.replaceAll("\\s*\\R\\s*", " "),
                        value == null ? null : "\"" + cut(value) + "\"")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String cut(String value) {
        return value.length() > VALUE_SHOWN ? value.substring(0, VALUE_SHOWN - 3) + "..." : value;
    }
}
