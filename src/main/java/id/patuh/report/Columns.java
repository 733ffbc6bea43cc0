package id.patuh.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines in which the cells of a column stand below each other. */
public final class Columns {

    private static final int GAP = 2;

    private Columns() {}

    /** @param rows of as many cells each; of the last ones nothing is filled up */
    public static List<String> aligned(List<List<String>> rows) {
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
                line.append(row.get(i));
                if (i + 1 < widths.length) {
                    line.append(" ".repeat(widths[i] - row.get(i).length() + GAP));
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
