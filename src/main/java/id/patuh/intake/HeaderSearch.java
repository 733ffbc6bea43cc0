package id.patuh.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the header of a table under titles and letterheads. A header may take two rows, where some cells are merged over
 * both and others stand over a group; and a row that numbers the columns may follow it.
 */
final class HeaderSearch {

    /** Rows in which the header must stand. */
    static final int ROWS = 50;

    private static final int LEAST_NUMBERED = 5;
    private static final int LEAST_OF_UNSUR = 3;
    private static final int LEAST_UNDER_UNSUR = 9;
    private static final Pattern OVER_UNSUR = Pattern.compile(
            "(?i)(?:nilai|skor|jawaban)?\\s*(?:per\\s+)?unsur(?:\\s+(?:pelayanan|layanan|skm|ikm))?[\\s:]*");
    private static final Set<String> PARTS = Set.of("tanggal", "tgl", "jam", "waktu", "pukul");

    private final Labels labels;
    private final List<TableKind> wanted;
    private final List<Line> titles = new ArrayList<>();
    private Line previous;
    private Header found;
    private boolean numbered;

    /** A row that was kept. */
    record Line(List<String> cells, int number) implements TableRow {

        static Line of(TableRow row, int number) {
            return new Line(row.cells(), number);
        }

        /** The row without the texts of faulty cells. */
        static Line withoutFaults(TableRow row, int number) {
            List<String> cells = new ArrayList<>(row.cells());
            for (int i = 0; i < cells.size(); i++) {
                if (row.fault(i) != null) {
                    cells.set(i, "");
                }
            }
            return new Line(List.copyOf(cells), number);
        }

        @Override
        public int size() {
            return cells.size();
        }

        @Override
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    /**
     * A header.
     *
     * @param kind what it heads
     * @param cells what heads each column, blank where nothing does; without blank ones at the end
     * @param number the row it ends in
     */
    record Header(TableKind kind, List<String> cells, int number) {}

    /** @param wanted the kinds of tables looked for */
    HeaderSearch(Labels labels, List<TableKind> wanted) {
        this.labels = labels;
        this.wanted = wanted;
    }

    /**
     * Looks at the next row, which is not blank.
     *
     * @return whether the search is over: {@link #header()} is known, and the row stands below it
     */
    boolean isOver(TableRow row, int number) {
        Line line = Line.of(row, number);
        if (found == null) {
            lookAt(line);
            return false;
        }
        List<String> both = over(found.cells(), line.cells());
        boolean adds = found.kind().known(both, labels) > found.kind().known(found.cells(), labels)
                || found.kind() == TableKind.RESPONSES && named(both) > named(found.cells());
        if (adds && addsOnlyHeaders(line)) {
            found = new Header(found.kind(), both, number);
            return false;
        }
        List<String> split = split(found.cells(), line.cells());
        if (split != null && found.kind() == TableKind.ACTIVITIES) {
            found = new Header(found.kind(), split, number);
            return false;
        }
        // Few numbers may be data, but no unsur is called 1.
        int least = found.kind() == TableKind.PUBLISHED ? LEAST_OF_UNSUR : LEAST_NUMBERED;
        if (!numbered && numbersColumns(line, least)) {
            numbered = true;
            return false;
        }
        return true;
    }

    private void lookAt(Line line) {
        Header alone = header(line.cells(), line.number());
        Header both = previous == null ? null : header(over(previous.cells(), line.cells()), line.number());
        if (both != null && (alone == null || known(both) > known(alone))) {
            found = both;
            return;
        }
        if (previous != null) {
            titles.add(previous);
        }
        previous = line;
        if (alone != null) {
            found = alone;
            previous = null;
        }
    }

    private int known(Header header) {
        return header.kind().known(header.cells(), labels);
    }

    /** The header; null before it was found. */
    Header header() {
        return found;
    }

    /** The rows above the header, or all that were seen while there is none. */
    List<Line> titles() {
        List<Line> all = new ArrayList<>(titles);
        if (found == null && previous != null) {
            all.add(previous);
        }
        return all;
    }

    private Header header(List<String> cells, int number) {
        List<String> headers = new ArrayList<>(labels.asked(cells));
        while (!headers.isEmpty() && headers.get(headers.size() - 1).isBlank()) {
            headers.remove(headers.size() - 1);
        }
        return wanted.stream()
                .filter(kind -> kind.isHeadedBy(headers, labels))
                .findFirst()
                .map(kind -> new Header(kind, headers, number))
                .orElse(null);
    }

    /** How many unsur have both their number and their name. */
    private long named(List<String> headers) {
        return headers.stream()
                .flatMap(h -> labels.scored(h).stream())
                .filter(u -> u.code() != null && u.name() != null)
                .count();
    }

    /**
     * The lower of two headings of each column; where only the upper one stands it is merged over both. The number of an
     * unsur and its name are one heading.
     */
    private List<String> over(List<String> upper, List<String> lower) {
        List<String> both = new ArrayList<>();
        List<String> counted = underUnsur(upper, lower);
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            String low = i < counted.size() ? counted.get(i) : "";
            String high = i < upper.size() ? upper.get(i) : "";
            String unsur = low.isBlank() || high.isBlank() ? null : labels.numbered(high, low);
            both.add(unsur != null ? unsur : low.isBlank() ? high : low);
        }
        return both;
    }

    /** The lower headings, where those under "Nilai unsur pelayanan" are 1, 2, 3 and so on with these as unsur. */
    private static List<String> underUnsur(List<String> upper, List<String> lower) {
        int first = 0;
        while (first < upper.size() && !OVER_UNSUR.matcher(upper.get(first)).matches()) {
            first++;
        }
        List<String> read = new ArrayList<>(lower);
        int count = 0;
        for (int i = first; i < lower.size() && lower.get(i).strip().equals("" + (count + 1)); i++) {
            String high = i < upper.size() ? upper.get(i) : "";
            if (i > first && !high.isBlank() && !high.equals(upper.get(first))) {
                break;
            }
            read.set(i, "U" + ++count);
        }
        return count < LEAST_UNDER_UNSUR ? lower : read;
    }

    /** Headings under which date and time of day stand apart; null where the lower row says anything else. */
    private static List<String> split(List<String> upper, List<String> lower) {
        List<String> all = new ArrayList<>();
        String group = "";
        boolean any = false;
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            String high = i < upper.size() ? upper.get(i) : "";
            String low = i < lower.size() ? lower.get(i).strip() : "";
            group = high.isBlank() ? group : high;
            if (PARTS.contains(low.toLowerCase(Locale.ROOT))) {
                all.add(low + " " + group);
                any = true;
            } else if (low.isEmpty() || low.equals(high.strip())) {
                all.add(high);
            } else {
                return null;
            }
        }
        return any ? all : null;
    }

    private boolean addsOnlyHeaders(Line line) {
        return line.cells().stream().allMatch(c -> c.isBlank() || found.kind().knows(c, labels));
    }

    /** Whether the cells are 1, 2, 3 and so on, as printed under headers; too few of them may be data. */
    static boolean numbersColumns(Line line) {
        return numbersColumns(line, LEAST_NUMBERED);
    }

    private static boolean numbersColumns(Line line, int least) {
        List<String> cells = line.cells().stream().filter(c -> !c.isBlank()).toList();
        for (int i = 0; i < cells.size(); i++) {
            // "(4 = 3 x 0,11)" is the fourth.
            String number = cells.get(i).replaceAll("=.*|[()\\s.]|,0|\\.0", "");
            if (!number.equals("" + (i + 1)) && !number.equals("" + (char) ('a' + i))) {
                return false;
            }
        }
        return cells.size() >= least;
    }
}
