package id.patuh.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines in which the cells of a column stand below each other. */
public final class Columns {

    private static final int GAP = 2;

    private Columns() {}

    /** @param rows of as many cells each; of the last ones nothing is filled up */
    public static List<String> aligned(List<List<String>> rows) {
        return aligned(rows, 0, 0);
    }

    /**
     * Some of the columns stand to the right, as numbers do.
     *
     * @param from the first of these, from 0
     * @param until the first column after them
     */
    public static List<String> aligned(List<List<String>> rows, int from, int until) {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String filling = " ".repeat(widths[i] - row.get(i).length());
                boolean right = i >= from && i < until;
                boolean last = i + 1 == widths.length;
                line.append(right ? filling : "").append(row.get(i));
                line.append(right || last ? "" : filling).append(last ? "" : " ".repeat(GAP));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
