package id.patuh.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Finds the column of a sheet that evidence names by its header: the nearest cell above the row that reads so. */
final class SheetColumns {

    private final Map<String, List<Cell>> byText = new HashMap<>();
    private final Sheet sheet;

    SheetColumns(Sheet sheet) {
        this.sheet = sheet;
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    byText.computeIfAbsent(cell.getStringCellValue().strip(), t -> new ArrayList<>(1))
                            .add(cell);
                }
            }
        }
    }

    /**
     * The index of the column, from 0.
     *
     * @param row index of the row that the evidence stands in
     * @param header as the sheet spells it; null, or one that is not there, means the row's first filled cell
     */
    int find(int row, String header) {
        if (header != null) {
            List<String> names = new ArrayList<>(List.of(header.strip()));
            // A mapping may read several columns as one.
            names.addAll(List.of(header.strip().split(" \\+ ")));
            for (String name : names) {
                List<Cell> cells = byText.getOrDefault(name, List.of());
                for (int i = cells.size() - 1; i >= 0; i--) {
                    if (cells.get(i).getRowIndex() <= row) {
                        return cells.get(i).getColumnIndex();
                    }
                }
            }
        }
        Row at = sheet.getRow(row);
        return at == null || at.getFirstCellNum() < 0 ? 0 : at.getFirstCellNum();
    }
}
