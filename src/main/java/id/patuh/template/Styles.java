package id.patuh.template;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of one workbook, each made once. */
final class Styles {

    private static final String EXAMPLE_FILL = "EFEFEF";

    private final XSSFWorkbook workbook;
    private final Map<Look, CellStyle> plain = new HashMap<>();
    private final Map<Look, CellStyle> examples = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // Columns are as wide as digits of the workbook's first font, which must be one that every machine has.
        face(workbook.getFontAt(0), Look.PLAIN);
    }

    CellStyle of(Look look) {
        return plain.computeIfAbsent(look, l -> make(l, false));
    }

    /** The same in the row that shows how a table is filled in. */
    CellStyle example(Look look) {
        return examples.computeIfAbsent(look, l -> make(l, true));
    }

    private CellStyle make(Look look, boolean example) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        face(font, look);
        font.setItalic(example);
        if (example) {
            font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        }
        style.setFont(font);
        style.setVerticalAlignment(
                look == Look.HEADER || look == Look.HEADING ? VerticalAlignment.CENTER : VerticalAlignment.TOP);
        style.setWrapText(look.bordered || look == Look.WRAPPED);
        if (look.alignment != null) {
            style.setAlignment(look.alignment);
        }
        String fill = example ? EXAMPLE_FILL : look.fill;
        if (fill != null) {
            style.setFillForegroundColor(new XSSFColor(java.util.HexFormat.of().parseHex(fill), null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.format != null) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format));
        }
        style.setLocked(!look.isOpen());
        if (look.bordered) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    private static void face(XSSFFont font, Look look) {
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) look.size);
        font.setBold(look.bold);
    }
}
