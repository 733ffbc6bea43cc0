package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Header;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Two tables that stand beside each other, at least one of them a log: their rows have nothing to do with each other. */
final class SideBySide {

    private static final Set<String> WHOLE_LOG = Set.of("case", "step", "start");

    private SideBySide() {}

    /** The column in which a second table begins; 0 where there is one only. */
    static int second(List<String> headers, List<TableKind> wanted, Labels labels) {
        // Without two of these no log stands beside anything, and a wide header need not be taken apart.
        long cases = headers.stream()
                .filter(h -> "case".equals(Fields.ACTIVITY.field(h)))
                .count();
        if (cases == 0) {
            return 0;
        }
        for (int i = 1; i < Math.min(headers.size(), TableReader.WIDEST_BELOW); i++) {
            boolean apart = headers.get(i - 1).isBlank();
            if (headers.get(i).isBlank() || !apart && (cases < 2 || !repeats(headers, i))) {
                continue;
            }
            TableKind left = kind(headers.subList(0, i), wanted, labels);
            TableKind right = left == null ? null : kind(headers.subList(i, headers.size()), wanted, labels);
            boolean logs = left == TableKind.ACTIVITIES && right == TableKind.ACTIVITIES;
            boolean log = left == TableKind.ACTIVITIES || right == TableKind.ACTIVITIES;
            if (right != null && (logs || apart && log)) {
                return i;
            }
        }
        return 0;
    }

    /** The header of the table on the left, where a second one begins in a column. */
    static Header left(Header both, int second, List<TableKind> wanted, Labels labels) {
        List<String> headers = withoutBlankEnd(both.cells().subList(0, second));
        return new Header(kind(headers, wanted, labels), headers, both.number());
    }

    private static boolean repeats(List<String> headers, int column) {
        String field = Fields.ACTIVITY.field(headers.get(column));
        return field != null
                && headers.subList(0, column).stream()
                        .map(Fields.ACTIVITY::field)
                        .anyMatch(field::equals);
    }

    /** What headers that stand for themselves head; null where it is nothing that could be read. */
    static TableKind kind(List<String> headers, List<TableKind> wanted, Labels labels) {
        return wanted.stream()
                .filter(kind -> kind.isHeadedBy(headers, labels))
                .filter(kind -> kind != TableKind.ACTIVITIES || isWholeLog(headers))
                .findFirst()
                .orElse(null);
    }

    private static boolean isWholeLog(List<String> headers) {
        return headers.stream()
                .map(Fields.ACTIVITY::field)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())
                .containsAll(WHOLE_LOG);
    }

    /** The headers up to the last that says something. */
    private static List<String> withoutBlankEnd(List<String> headers) {
        int end = headers.size();
        while (headers.get(end - 1).isBlank()) {
            end--;
        }
        return List.copyOf(headers.subList(0, end));
    }

    /**
     * What of a row belongs to the table on the left.
     *
     * @param width its columns
     */
    record Left(TableRow row, int width) implements TableRow {

        @Override
        public int size() {
            return Math.min(width, row.size());
        }

        @Override
        public String cell(int column) {
            return column < width ? row.cell(column) : null;
        }

        @Override
        public int origin(int column) {
            return row.origin(column);
        }

        @Override
        public String moment(int column) {
            return row.moment(column);
        }

        @Override
        public boolean continues(int column) {
            return row.continues(column);
        }

        @Override
        public boolean isMerged() {
            return row.isMerged();
        }

        @Override
        public Unreadable fault(int column) {
            return column < width ? row.fault(column) : null;
        }

        @Override
        public boolean isFaulty() {
            return row.isFaulty();
        }

        @Override
        public List<String> cells() {
            return row.cells().subList(0, size());
        }
    }
}
