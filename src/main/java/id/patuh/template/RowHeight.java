package id.patuh.template;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** Makes rows as high as their wrapped texts need: not every spreadsheet program does so by itself. */
final class RowHeight {

    /** How much higher a line is than its letters. */
    private static final double LINE = 1.275;

    private static final float MARGIN = 2.5f;
    /** The highest that spreadsheets allow. */
    private static final float MOST = 409;
    /** A column's width is told in 256ths of a digit of this size; letters are narrower on the whole, but not bold ones. */
    private static final double UNITS = 25.6 / 1.08;

    private static final double BOLD = 1.12;

    private RowHeight() {}

    /** Fits a row to its texts; cells merged over several rows are passed over. */
    static void fit(Sheet sheet, int row) {
        Row line = sheet.getRow(row);
        double height = Look.CELL.size * LINE;
        for (Cell cell : line) {
            if (cell.getCellType() == CellType.STRING) {
                Font font = sheet.getWorkbook().getFontAt(cell.getCellStyle().getFontIndex());
                double letter = UNITS * font.getFontHeightInPoints() * (font.getBold() ? BOLD : 1);
                double width = width(sheet, row, cell.getColumnIndex()) / letter;
                height =
                        Math.max(height, lines(cell.getStringCellValue(), width) * LINE * font.getFontHeightInPoints());
            }
        }
        line.setHeightInPoints((float) Math.min(MOST, height + MARGIN));
    }

    /** How many lines a text takes. */
    static int lines(String text, double characters) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            int used = 0;
            lines++;
            for (String word : paragraph.split(" ")) {
                int length = word.length();
                if (used > 0 && used + 1 + length > characters) {
                    lines++;
                    used = length;
                } else {
                    used += length + (used > 0 ? 1 : 0);
                }
                while (used > characters) {
                    lines++;
                    used -= (int) Math.max(1, characters);
                }
            }
        }
        return lines;
    }

    /** How wide a cell is; endless where it is merged over several rows. */
    private static double width(Sheet sheet, int row, int column) {
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            if (merged.isInRange(row, column)) {
                if (merged.getFirstRow() != merged.getLastRow()) {
                    return Integer.MAX_VALUE;
                }
                double width = 0;
                for (int c = merged.getFirstColumn(); c <= merged.getLastColumn(); c++) {
                    width += sheet.getColumnWidth(c);
                }
                return width;
            }
        }
        return sheet.getColumnWidth(column);
    }
}
