package id.patuh.intake;

import id.patuh.violation.SourceRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The cells of a row, read as what they ought to be. Every cell that cannot be is rejected; the row notes it. */
final class Cells {

    private static final Set<String> NOBODY = Set.of("empty", "undefined", "missing", "null", "?", "-", "--");

    final SourceRow row;
    private final FileFacts facts;
    private boolean rejected;

    Cells(SourceRow row, FileFacts facts) {
        this.row = row;
        this.facts = facts;
    }

    /** Whether any cell was rejected. */
    boolean rejected() {
        return rejected;
    }

    void reject(String field, String reason, String... details) {
        rejected = true;
        String header = row.table().header(field);
        facts.reject(row.number(), header == null ? field : header, row.value(field), reason, details);
    }

    /** The text, or null when the cell is empty. */
    String text(String field) {
        String value = row.value(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String required(String field) {
        String text = text(field);
        if (text == null) {
            reject(field, "value-missing");
        }
        return text;
    }

    /** A role or a person: null also where the log says that nobody is recorded. */
    String somebody(String field) {
        String text = text(field);
        return text == null || NOBODY.contains(text.toLowerCase(Locale.ROOT)) ? null : text;
    }

    /** A moment, or the given value when the cell is empty. */
    long moment(String field, long otherwise) {
        String text = text(field);
        if (text == null) {
            return otherwise;
        }
        try {
            return Times.moment(text, facts.all.options.zone());
        } catch (Times.Unreadable e) {
            reject(field, e.getMessage());
            return otherwise;
        }
    }

    /** First and last day named, or null. */
    LocalDate[] span(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return Times.span(text);
        } catch (Times.Unreadable e) {
            reject(field, e.getMessage().startsWith("time") ? "date-unreadable" : e.getMessage());
            return null;
        }
    }

    /** The entries of a list, separated by semicolons. */
    List<String> list(String field) {
        String text = text(field);
        List<String> entries = new ArrayList<>();
        if (text != null) {
            for (String entry : text.split(";")) {
                if (!entry.isBlank()) {
                    entries.add(entry.strip());
                }
            }
        }
        return entries;
    }

    /** A number with the decimals it was written with, or null. */
    BigDecimal decimal(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        BigDecimal number = number(text);
        if (number == null) {
            reject(field, "number-unreadable");
        }
        return number;
    }

    /** A whole number of people, or null. */
    Integer count(String field) {
        BigDecimal number = decimal(field);
        if (number == null) {
            return null;
        }
        try {
            int count = number.intValueExact();
            if (count >= 0) {
                return count;
            }
        } catch (ArithmeticException e) {
            // Rejected below, as negative ones are.
        }
        reject(field, "count-unreadable");
        return null;
    }

    /** "3.40" and "3,40"; null for anything else. */
    static BigDecimal number(String text) {
        String stripped = text.strip();
        return stripped.matches("[+-]?\\d{1,15}(?:[.,]\\d{1,15})?") ? new BigDecimal(stripped.replace(',', '.')) : null;
    }
}
