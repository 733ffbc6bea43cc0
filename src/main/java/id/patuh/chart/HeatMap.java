package id.patuh.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Counts by two things, such as units and rules.
 *
 * @param title what is counted
 * @param rowsAre what the rows are, in one word
 * @param columnsAre what the columns are
 * @param rows names, in order
 * @param columns names, in order
 * @param cells by row, then by column
 */
public record HeatMap(
        String title,
        String rowsAre,
        String columnsAre,
        List<String> rows,
        List<String> columns,
        List<List<Cell>> cells)
        implements Chart {

    /**
     * What is known of a row and a column.
     *
     * @param state whether there is a count
     * @param count how many there are, which may be none; 0 where there is no count
     */
    public record Cell(State state, long count) {

        /** Nobody looked. */
        public static final Cell UNKNOWN = new Cell(State.UNKNOWN, 0);
        /** It was looked at, and could not be evaluated. */
        public static final Cell NOT_EVALUATED = new Cell(State.NOT_EVALUATED, 0);

        /** So many. */
        public static Cell of(long count) {
            return new Cell(State.COUNTED, count);
        }
    }

    /** Whether there is a count. */
    public enum State {
        COUNTED,
        UNKNOWN,
        NOT_EVALUATED
    }

    public HeatMap {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
        int across = columns.size();
        if (cells.size() != rows.size() || cells.stream().anyMatch(row -> row.size() != across)) {
            throw new IllegalArgumentException("cells of " + rows.size() + " rows and " + across + " columns");
        }
    }

    @Override
    public Picture draw(Frame frame) {
        return new HeatMapDrawing(this, frame).picture();
    }

    /** The greatest count; 0 where there is none. */
    long most() {
        return cells.stream().flatMap(List::stream).mapToLong(Cell::count).max().orElse(0);
    }

    DataTable table(ChartWords words) {
        List<String> headings = new ArrayList<>();
        headings.add(rowsAre);
        headings.addAll(columns);
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> line = new ArrayList<>();
            line.add(rows.get(i));
            cells.get(i).forEach(cell -> line.add(said(cell, words)));
            lines.add(line);
        }
        return new DataTable(headings, lines);
    }

    private static String said(Cell cell, ChartWords words) {
        return switch (cell.state()) {
            case COUNTED -> Long.toString(cell.count());
            case UNKNOWN -> words.text("unknown");
            case NOT_EVALUATED -> words.text("heat.not-evaluated");
        };
    }

    String description(ChartWords words) {
        long sum = cells.stream().flatMap(List::stream).mapToLong(Cell::count).sum();
        return words.text(
                "heat.description",
                Map.of(
                        "rows",
                        rows.size(),
                        "columns",
                        columns.size(),
                        "rowsAre",
                        rowsAre,
                        "columnsAre",
                        columnsAre,
                        "sum",
                        sum,
                        "most",
                        most()));
    }
}
