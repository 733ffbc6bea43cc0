package id.patuh.report.sheet;

import id.patuh.violation.Severity;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** How cells of a report look; each style stands once in the workbook. */
final class SheetStyles {

    private static final String FACE = "Arial";
    private static final int TITLE_SIZE = 14;
    private static final int SIZE = 10;
    private static final Map<Severity, Integer> COLOURS = Map.of(
            Severity.CRITICAL, 0xFF9999,
            Severity.MAJOR, 0xFFCC99,
            Severity.MINOR, 0xFFF2A8,
            Severity.INFO, 0xCCE5FF);

    final CellStyle title;
    final CellStyle label;
    final CellStyle heading;
    final CellStyle text;
    final CellStyle whole;
    final CellStyle decimals;
    final CellStyle moment;
    final Map<Severity, CellStyle> severities = new EnumMap<>(Severity.class);

    private final Workbook workbook;

    SheetStyles(Workbook workbook) {
        this.workbook = workbook;
        // Columns are as wide as digits of the workbook's first font, which must be one that every machine has.
        Font plain = face(workbook.getFontAt(0), SIZE, false);
        Font bold = face(workbook.createFont(), SIZE, true);
        text = style(plain);
        text.setWrapText(true);
        title = style(face(workbook.createFont(), TITLE_SIZE, true));
        label = style(bold);
        heading = filled(0xD9E2EC);
        heading.setFont(bold);
        heading.setBorderBottom(BorderStyle.THIN);
        whole = number("0");
        decimals = number("0.00##");
        moment = number("yyyy-mm-dd hh:mm:ss");
        moment.setAlignment(HorizontalAlignment.LEFT);
        COLOURS.forEach((severity, colour) -> severities.put(severity, filled(colour)));
    }

    private CellStyle style(Font font) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private CellStyle number(String format) {
        CellStyle style = style(workbook.getFontAt(0));
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private CellStyle filled(int colour) {
        XSSFCellStyle style = (XSSFCellStyle) style(workbook.getFontAt(0));
        style.setWrapText(true);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        byte[] rgb = {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
        style.setFillForegroundColor(new XSSFColor(rgb, null));
        return style;
    }

    private static Font face(Font font, int size, boolean bold) {
        font.setFontName(FACE);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        return font;
    }
}
