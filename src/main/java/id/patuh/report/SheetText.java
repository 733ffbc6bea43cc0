package id.patuh.report;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Writes text into a workbook such that no program takes it for a formula, now or after it was saved in another format
 * (OWASP, CSV injection).
 */
final class SheetText {

    private static final int LONGEST = 32_767;

    private final Workbook workbook;
    private final Map<Short, CellStyle> quoted = new HashMap<>();

    SheetText(Workbook workbook) {
        this.workbook = workbook;
    }

    /** Writes a text as text, in the cell's style. */
    void write(Cell cell, String text) {
        write(cell, text, cell.getCellStyle());
    }

    /** Writes a text as text; one that looks like a formula also gets the mark that is shown as a leading apostrophe. */
    void write(Cell cell, String text, CellStyle style) {
        cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        cell.setCellStyle(isDangerous(text) ? quoted.computeIfAbsent(style.getIndex(), i -> quoted(style)) : style);
    }

    private CellStyle quoted(CellStyle style) {
        CellStyle copy = workbook.createCellStyle();
        copy.cloneStyleFrom(style);
        copy.setQuotePrefixed(true);
        return copy;
    }

    /** Whether a spreadsheet may take the text for a formula or a command. */
    private static boolean isDangerous(String text) {
        return !text.isEmpty() && ("=+-@".indexOf(text.charAt(0)) >= 0 || text.charAt(0) < ' ');
    }
}
