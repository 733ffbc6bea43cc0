package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Header;
import id.patuh.intake.HeaderSearch.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Rows of a table that hold none of its records: totals, remarks, signatures, units under the header. They are kept until
 * the table has ended, since only then is it known which cases it has: a row of which no more than its case is left is a
 * damaged record.
 */
final class Footnotes {

    private static final int MOST_KEPT = 1_000;
    private static final int MOST_FILLED = 4;
    /** What a remark may stand in right below or between records; documents and people may be the rest of a record. */
    private static final Set<String> LOOSE = Set.of("position", "case", "note", "start", "end");

    /** Moments, also damaged ones: 2026-13-01, 08:00, 3/3/26. */
    private static final Pattern MOMENT = Pattern.compile("\\d\\s*[-/:]\\s*\\d|\\d\\.\\d|\\d{4,}");

    private static final Pattern SIGNED = Pattern.compile(
            "(?i)(?:di)?(?:mengetahui|ketahui|setujui|menyetujui|sahkan|mengesahkan|buat oleh|jumlah|total|catatan|keterangan)\\b.*");

    private static final Pattern TITLE = Pattern.compile("\\p{L}.*\\p{L}{3}.*");
    private static final int SHORTEST_MOMENT = 8;

    private final boolean activities;
    /** Whether rows are numbered by their lines. */
    private final boolean text;
    /** By column, what it holds; null where that is not known. */
    private final List<String> fields;

    private final int start;
    /** Whether a text is a step's title. */
    private final Predicate<String> isStep;

    private final List<Kept> kept = new ArrayList<>();
    private int next = Integer.MAX_VALUE;
    private boolean below;
    private boolean signed;

    /**
     * A row.
     *
     * @param below whether it is one of those that stand apart from the records, below a blank row
     */
    record Kept(Line line, boolean below, boolean loose) {}

    Footnotes(Header header, TablePlace place) {
        TableKind kind = header.kind();
        this.activities = kind == TableKind.ACTIVITIES;
        this.text = place.layout() == Table.Layout.TEXT;
        this.fields = header.cells().stream().map(kind.fields()::field).toList();
        this.start = fields.indexOf("start");
        this.isStep = place.activities()::isTitle;
    }

    /** Whether the row may be no record; it is kept then. */
    boolean take(TableRow row, int number) {
        boolean gap = number > next;
        // A record of a text may take several lines.
        next = number + 1 + (text ? row.lineBreaks() : 0);
        boolean may = kept.size() < MOST_KEPT
                && !row.isFaulty()
                && (activities ? maybeBesideActivities(row) : isSignature(row));
        if (!may) {
            below = false;
            signed = false;
            return false;
        }
        below |= gap;
        kept.add(new Kept(Line.of(row, number), below, isLoose(row)));
        return true;
    }

    /** Takes note of a row that is a record for sure, in one line. */
    void pass(int number) {
        next = number + 1;
        below = false;
        signed = false;
    }

    /** All rows kept so far, which are forgotten. */
    List<Kept> release() {
        List<Kept> all = List.copyOf(kept);
        kept.clear();
        below = false;
        signed = false;
        return all;
    }

    /** The text of the kept row's case; null where nothing stands. */
    String caseOf(Kept row) {
        int column = fields.indexOf("case");
        String text = column < 0 ? null : row.line().cell(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private boolean maybeBesideActivities(TableRow row) {
        String moment = start < row.size() && start >= 0 ? row.cell(start) : "";
        if (moment.length() > SHORTEST_MOMENT && Character.isDigit(moment.charAt(0))) {
            // As nearly every row of a log.
            return false;
        }
        int filled = 0;
        for (int i = 0; i < row.size(); i++) {
            String cell = row.cell(i).strip();
            if (Words.notRecorded(cell)) {
                continue;
            }
            filled++;
            String field = field(i);
            if (filled > MOST_FILLED || field != null && tells(field, cell)) {
                return false;
            }
        }
        return filled > 0 && filled * 2 <= fields.size();
    }

    /** Whether a cell says something that a record would. */
    private boolean tells(String field, String cell) {
        return switch (field) {
            case "step" -> cell.chars().anyMatch(Character::isDigit) || isStep.test(cell);
            case "sop" -> cell.chars().anyMatch(Character::isDigit);
            case "start", "end" ->
                !Character.isLetter(cell.charAt(0)) && MOMENT.matcher(cell).find();
            default -> false;
        };
    }

    private boolean isLoose(TableRow row) {
        for (int i = 0; i < row.size(); i++) {
            String field = field(i);
            if (!row.cell(i).isBlank() && field != null && !LOOSE.contains(field)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the row begins or goes on with what is written under the tables of a report, or is the title of another. */
    private boolean isSignature(TableRow row) {
        if (isTitle(row)) {
            return true;
        }
        int filled = 0;
        boolean begins = false;
        for (int i = 0; i < row.size(); i++) {
            String cell = row.cell(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            begins |= filled == 0 && SIGNED.matcher(cell).matches();
            filled++;
            String field = field(i);
            boolean record = "id".equals(field)
                    ? Character.isDigit(cell.charAt(0))
                    : !signed && !begins && field != null && !field.equals("owner");
            if (filled > MOST_FILLED || record) {
                return false;
            }
        }
        signed |= begins;
        return signed;
    }

    /** Whether nothing stands in the row but words in the place of a number. */
    private boolean isTitle(TableRow row) {
        int filled = 0;
        boolean words = false;
        for (int i = 0; i < row.size(); i++) {
            String cell = row.cell(i).strip();
            filled += cell.isEmpty() ? 0 : 1;
            words |= "id".equals(field(i)) && TITLE.matcher(cell).matches();
        }
        return words && filled == 1;
    }

    private String field(int column) {
        return column < fields.size() ? fields.get(column) : null;
    }
}
