package id.patuh.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;

/** The merged cells of a sheet while its rows are read in their order: what stands in the first cell stands in all. */
final class MergedCells {

    private final Map<Integer, List<CellRangeAddress>> byFirstRow = new HashMap<>();
    /** Those that the row read last is part of, by first column; of a hostile sheet, where they overlap, one a column. */
    private final TreeMap<Integer, Running> running = new TreeMap<>();

    private int row;

    private record Running(CellRangeAddress region, String text, Unreadable fault) {}

    MergedCells(Collection<CellRangeAddress> regions) {
        for (CellRangeAddress region : regions) {
            if (region.getNumberOfCells() > 1) {
                byFirstRow
                        .computeIfAbsent(region.getFirstRow(), row -> new ArrayList<>())
                        .add(region);
            }
        }
    }

    /**
     * Fills the cells of a row that are merged with one above. What is merged with a cell beside it is only told by {@link
     * #origin}: a title over several columns is still one title.
     *
     * @param next the row's index, from 0; rows must come in their order
     * @param cells the row's texts, which may become more
     * @param faults of cells, by column, which may become more
     */
    void fill(int next, List<String> cells, Map<Integer, Unreadable> faults) {
        row = next;
        if (byFirstRow.isEmpty()) {
            return;
        }
        running.values().removeIf(r -> r.region.getLastRow() < row);
        running.forEach((column, r) -> {
            if (r.text.isBlank()) {
                return;
            }
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
            String text = column < cells.size() ? cells.get(column) : "";
            running.put(column, new Running(region, text, faults.get(column)));
        }
    }

    /** The column whose cell of the same row a cell is merged with; its own where it is not. */
    int origin(int column) {
        Map.Entry<Integer, Running> at = running.floorEntry(column);
        return at == null || at.getValue().region.getLastColumn() < column ? column : at.getKey();
    }

    /** Whether a cell is merged with the one above it. */
    boolean continues(int column) {
        Running at = running.get(origin(column));
        return at != null && at.region.getFirstRow() < row;
    }

    /** Whether any cell of the row is merged. */
    boolean any() {
        return !running.isEmpty();
    }
}
