package id.patuh.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts the cells of a document's row under the headers they belong to. Converters and hand-made tables lose cells at the
 * beginning of a row, so that all others slide; ticks, numbers and words such as "Sudah" tell where they belong. A row is
 * moved only where it can stand in one place alone.
 */
final class RowAligner {

    private static final int FURTHEST = 3;
    private static final Set<String> TICKED = Set.of("tw1", "tw2", "tw3", "tw4");
    /** They never stand in words: such a cell has run into the next one. */
    private static final String TICK_MARKS = "\u221a\u2713\u2714\u2611\u2612";

    private static final Pattern NUMBER_RUN_ON = Pattern.compile("\\d+\\p{L}");

    private static final Set<String> WORDED = Set.of("activity", "plan", "strategy");

    private final TableKind kind;
    private final List<String> fields;
    private final List<String> headers;
    private final int width;

    /**
     * @param headers what heads each column
     * @param width how many columns the heading has, blank ones at its end included
     */
    RowAligner(TableKind kind, List<String> headers, int width) {
        this.kind = kind;
        this.headers = headers;
        this.width = width;
        this.fields = new ArrayList<>();
        Fields known = kind.fields(headers);
        headers.forEach(h -> fields.add(known.field(h)));
    }

    /** Where a row belongs, if that can be told. */
    enum Place {
        AS_IT_STANDS,
        MOVED,
        UNKNOWN
    }

    /** A row under its headers. */
    record Aligned(HeaderSearch.Line row, Place place) {}

    /** Whether the row holds, as it stands or moved, what no row of the table lacks. */
    boolean isWhole(HeaderSearch.Line row) {
        return fits(row.cells(), true) || align(row).place() == Place.MOVED;
    }

    Aligned align(HeaderSearch.Line row) {
        List<String> cells = kind == TableKind.PUBLISHED ? namedLine(row.cells()) : row.cells();
        if (fits(cells, false)) {
            return new Aligned(new HeaderSearch.Line(cells, row.number()), Place.AS_IT_STANDS);
        }
        List<List<String>> moved = IntStream.rangeClosed(-FURTHEST, FURTHEST)
                .filter(by -> by != 0)
                .mapToObj(by -> moved(cells, by))
                .filter(c -> c != null && fits(c, true))
                .toList();
        if (moved.size() == 1) {
            return new Aligned(new HeaderSearch.Line(moved.get(0), row.number()), Place.MOVED);
        }
        // Of a row that lacks a cell all others may have slid.
        boolean complete = cells.size() >= fields.size() && cells.size() <= width && startsLikeARow(cells);
        return new Aligned(row, complete ? Place.AS_IT_STANDS : Place.UNKNOWN);
    }

    /** The cells by so many columns to the right; null when one that is not blank would fall off. */
    private static List<String> moved(List<String> cells, int by) {
        List<String> moved = new ArrayList<>();
        for (int i = 0; i < by; i++) {
            moved.add("");
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i + by >= 0) {
                moved.add(cells.get(i));
            } else if (!cells.get(i).isBlank()) {
                return null;
            }
        }
        return moved;
    }

    /** @param whole whether the row must also hold what no row of the table lacks */
    private boolean fits(List<String> cells, boolean whole) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean headed = i < fields.size() && !headers.get(i).isBlank();
            if (!cell.isBlank() && (!headed || !fits(fields.get(i), cell))) {
                return false;
            }
        }
        if (cells.size() > width) {
            return false;
        }
        return !whole || needed().stream().allMatch(field -> holds(cells, field));
    }

    private List<String> needed() {
        return switch (kind) {
            case PLAN -> List.of("activity");
            case REALISATIONS -> fields.contains("done") ? List.of("plan", "done") : List.of("plan");
            case OPEN -> List.of("activity", "strategy");
            case PUBLISHED -> List.of("element", "mean");
            default -> List.of();
        };
    }

    private boolean holds(List<String> cells, String field) {
        int column = fields.indexOf(field);
        return column >= 0 && column < cells.size() && !cells.get(column).isBlank();
    }

    private boolean fits(String field, String cell) {
        if (field == null || Words.notRecorded(cell)) {
            return true;
        }
        if (TICKED.contains(field)) {
            return FollowUpTables.isTick(cell) || FollowUpTables.isEmptyBox(cell);
        }
        if (WORDED.contains(field)) {
            return cell.codePoints().filter(Character::isLetter).count() > 1
                    && cell.codePoints().noneMatch(c -> TICK_MARKS.indexOf(c) >= 0)
                    && !NUMBER_RUN_ON.matcher(cell).lookingAt();
        }
        return switch (field) {
            case "id", "code" -> isNumber(cell);
            case "done" -> readable(cell, Words::done);
            case "mean", "weighted", "weight" -> readable(cell, Numbers::decimal);
            case "grade" -> readable(cell, Words::grade);
            case "element" -> kind != TableKind.PLAN || !Character.isDigit(cell.codePointAt(0));
            default -> true;
        };
    }

    private boolean startsLikeARow(List<String> cells) {
        int id = fields.indexOf("id");
        return id < 0 || id >= cells.size() || cells.get(id).isBlank() || isNumber(cells.get(id));
    }

    private static boolean isNumber(String cell) {
        return cell.strip().matches("(?i)\\(?[a-z]?\\d{1,3}[a-z]?[.)]{0,2}|[a-z][.)]?");
    }

    private static boolean readable(String cell, Cells.Parser<?> parser) {
        try {
            parser.parse(cell.strip());
            return true;
        } catch (Unreadable e) {
            return false;
        }
    }

    /** The line of the unit's own figure has one cell merged over number and name. */
    private List<String> namedLine(List<String> cells) {
        int element = fields.indexOf("element");
        if (element <= 0 || element >= cells.size() || !cells.get(element).isBlank()) {
            return cells;
        }
        List<String> named = new ArrayList<>(cells);
        for (int i = 0; i < element; i++) {
            if (!cells.get(i).isBlank() && !isNumber(cells.get(i))) {
                named.set(element, named.set(i, ""));
                return named;
            }
        }
        return cells;
    }
}
