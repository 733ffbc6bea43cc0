package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds what looks like a table among rows that no header was found in: it may hold what ought to be checked. */
final class UnknownTable {

    private static final int FEWEST_COLUMNS = 3;
    private static final int FEWEST_COUNTED = 4;
    private static final int FEWEST_ROWS = 3;
    private static final int LONGEST_HEADER = 80;
    /** Forms head a column with the whole question. */
    private static final int LONGEST_QUESTION = 300;

    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}\\b.*|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}\\b.*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?%?");

    private UnknownTable() {}

    /**
     * Why no table was found.
     *
     * @param seen the rows that were looked at
     * @param wanted what they were to hold, or null
     */
    static Unreadable problem(List<Line> seen, InputFile.Kind wanted) {
        if (seen.isEmpty()) {
            return new Unreadable("file-empty");
        }
        // The first of those with most texts: data may fill more cells than the header does.
        String cells = seen.stream()
                .max(Comparator.comparingLong(UnknownTable::headers))
                .map(line -> TableColumns.shown(line.cells()))
                .orElseThrow();
        Line header = header(seen);
        if (header != null && wanted == null) {
            return new Unreadable("table-unrecognised", "found", TableColumns.shown(header.cells()));
        }
        return wanted == null
                ? new Unreadable("content-unrecognised", "found", cells)
                : new Unreadable("kind-unrecognised", "wanted", wanted.word(), "found", cells);
    }

    /**
     * The row that heads a table: several texts, below which stands a row with a date, or several with numbers; null where
     * there is none, as in instructions, lists of words and short summaries.
     */
    static Line header(List<Line> rows) {
        for (int i = 0; i + 1 < rows.size(); i++) {
            Line line = rows.get(i);
            long texts = line.cells().stream()
                    .filter(c -> isHeader(c) || isQuestion(c))
                    .count();
            if (texts < FEWEST_COLUMNS || texts < filled(line)) {
                continue;
            }
            long columns = texts;
            List<Line> below = rows.subList(i + 1, rows.size());
            boolean dated = below.stream().anyMatch(r -> filled(r) * 2 > columns && count(r, DATE) > 1)
                    || IntStream.range(0, line.size()).anyMatch(c -> areDates(below, c));
            long counted = below.stream()
                    .filter(r -> filled(r) * 2 > columns && count(r, NUMBER) > 1)
                    .count();
            if (dated || columns >= FEWEST_COUNTED && counted >= FEWEST_ROWS) {
                return line;
            }
        }
        return null;
    }

    /** How many cells may head a column. */
    static long headers(Line line) {
        return line.cells().stream().filter(UnknownTable::isHeader).count();
    }

    private static boolean isHeader(String cell) {
        String text = cell.strip();
        return !text.isEmpty()
                && text.length() <= LONGEST_HEADER
                && text.chars().anyMatch(Character::isLetter)
                && !DATE.matcher(text).matches();
    }

    private static boolean isQuestion(String cell) {
        String text = cell.strip();
        return text.length() <= LONGEST_QUESTION && text.endsWith("?");
    }

    /** Whether dates stand one below another in a column, as they do not where one shows how dates are written. */
    private static boolean areDates(List<Line> rows, int column) {
        return rows.stream()
                        .map(r -> r.cell(column))
                        .filter(c -> c != null && DATE.matcher(c.strip()).matches())
                        .count()
                > 1;
    }

    private static long filled(Line line) {
        return line.cells().stream().filter(c -> !c.isBlank()).count();
    }

    private static long count(Line line, Pattern pattern) {
        return line.cells().stream()
                .filter(c -> pattern.matcher(c.strip()).matches())
                .count();
    }
}
