package id.patuh.report;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Writes texts into the cells of one workbook so that they stay texts: what begins like a formula is marked as a text and
 * never becomes one, not even when its cell is edited, and characters that XML cannot hold come back when the workbook is
 * read. A streaming workbook must keep a table of shared strings for that, since inline ones are read as they stand.
 */
public final class SheetText {

    private static final String FORMULA_STARTS = "=+-@";
    /** What would be read as an escaped character. */
    private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}");
    /** The most characters a cell can hold. */
    private static final int LONGEST = 32_767;

    private final Workbook workbook;
    private final Map<Short, CellStyle> quoted = new HashMap<>();

    public SheetText(Workbook workbook) {
        this.workbook = workbook;
    }

    /** Writes a text in the style that the cell has. */
    public void write(Cell cell, String text) {
        write(cell, text, cell.getCellStyle());
    }

    /**
     * Writes a text.
     *
     * @param text null leaves the cell blank; one longer than a cell can hold is cut and ends in an ellipsis
     * @param style how the cell looks
     */
    public void write(Cell cell, String text, CellStyle style) {
        cell.setCellStyle(isRisky(text) ? quoted(style) : style);
        if (text != null) {
            cell.setCellValue(fitting(text));
        }
    }

    /** Whether a spreadsheet might take the text for a formula. */
    static boolean isRisky(String text) {
        if (text == null || text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first < ' ' || first == 0x7f || FORMULA_STARTS.indexOf(first) >= 0;
    }

    private static String fitting(String text) {
        String escaped = escape(text);
        if (escaped.length() <= LONGEST) {
            return escaped;
        }
        int fits = 0;
        int tooLong = Math.min(text.length(), LONGEST);
        while (fits + 1 < tooLong) {
            int middle = (fits + tooLong) / 2;
            if (escape(text.substring(0, middle)).length() < LONGEST) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return escape(text.substring(0, fits)) + "\u2026";
    }

    private static String escape(String text) {
        String safe = LIKE_ESCAPE.matcher(text).replaceAll("_x005F_");
        return NOT_IN_XML
                .matcher(safe)
                .replaceAll(m -> "_x%04X_".formatted((int) m.group().charAt(0)));
    }

    private CellStyle quoted(CellStyle style) {
        return quoted.computeIfAbsent(style.getIndex(), index -> {
            CellStyle copy = workbook.createCellStyle();
            copy.cloneStyleFrom(style);
            copy.setQuotePrefixed(true);
            return copy;
        });
    }
}
