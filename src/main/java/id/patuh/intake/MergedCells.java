package id.patuh.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/** Cells merged over several rows of a sheet: what stands in the first of them stands in all. */
final class MergedCells {

    private final Map<Integer, List<CellRangeAddress>> byFirstRow = new HashMap<>();
    private final Map<Integer, Running> running = new HashMap<>();

    private record Running(int lastRow, String text, Unreadable fault) {}

    MergedCells(Collection<CellRangeAddress> regions) {
        for (CellRangeAddress region : regions) {
            if (region.getLastRow() > region.getFirstRow()) {
                byFirstRow
                        .computeIfAbsent(region.getFirstRow(), row -> new ArrayList<>())
                        .add(region);
            }
        }
    }

    /**
     * Fills the cells of a row that are merged with one above.
     *
     * @param row the row's index, from 0; rows must come in their order
     * @param cells the row's texts, which may become more
     * @param faults of cells, by column, which may become more
     */
    void fill(int row, List<String> cells, Map<Integer, Unreadable> faults) {
        if (byFirstRow.isEmpty()) {
            return;
        }
        running.values().removeIf(r -> r.lastRow < row);
        running.forEach((column, r) -> {
            while (cells.size() <= column) {
                cells.add("");
            }
            if (cells.get(column).isBlank()) {
                cells.set(column, r.text);
                if (r.fault != null) {
                    faults.put(column, r.fault);
                }
            }
        });
        for (CellRangeAddress region : byFirstRow.getOrDefault(row, List.of())) {
            int column = region.getFirstColumn();
            if (column < cells.size() && !cells.get(column).isBlank()) {
                running.put(column, new Running(region.getLastRow(), cells.get(column), faults.get(column)));
            }
        }
    }
}
