package id.patuh.chart;

import java.util.List;

/**
 * What a picture shows, as a table of plain texts, which whoever renders it must escape.
 *
 * @param headings of the columns
 * @param rows each as long as the headings
 */
public record DataTable(List<String> headings, List<List<String>> rows) {

    public DataTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException(row + " under " + headings);
            }
        }
    }
}
