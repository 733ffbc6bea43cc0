package id.patuh.report.sheet;

import id.patuh.report.SheetText;
import id.patuh.violation.Severity;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of which only some rows are held in memory while it is written. */
final class ReportBook implements Closeable {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LETTER = 256;
    /** In points; spreadsheets allow no more than 409. */
    private static final float TALLEST_ROW = 400;

    private static final float LINE = 13.5f;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY, true, false);
    private final SheetStyles styles = new SheetStyles(workbook.getXSSFWorkbook());
    private final SheetText texts = new SheetText(workbook.getXSSFWorkbook());

    SheetStyles styles() {
        return styles;
    }

    /** A new sheet behind the others, which prints as wide as a page lying down. */
    Sheet sheet(String name) {
        Sheet sheet = workbook.createSheet(name);
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
        return sheet;
    }

    void width(Sheet sheet, int column, int letters) {
        sheet.setColumnWidth(column, letters * LETTER);
    }

    /** Writes a text, number, moment or severity as what it is; null leaves the cell out. */
    void put(Row row, int column, Object value) {
        put(row, column, value, styles.text);
    }

    /** The same, where it is a text in a style of its own. */
    void put(Row row, int column, Object value, CellStyle style) {
        if (value == null) {
            return;
        }
        Cell cell = row.createCell(column);
        if (value instanceof Number number) {
            cell.setCellStyle(value instanceof BigDecimal ? styles.decimals : styles.whole);
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellStyle(styles.moment);
            cell.setCellValue(moment);
        } else {
            texts.write(cell, value.toString(), style);
        }
    }

    /** The look of a severity. */
    CellStyle of(Severity severity) {
        return styles.severities.get(severity);
    }

    /** Makes a row as high as its longest text needs: not every spreadsheet program does so by itself. */
    void fit(Row row, Sheet sheet) {
        int lines = 1;
        for (Cell cell : row) {
            if (cell.getCellStyle().getWrapText()) {
                int letters = Math.max(1, sheet.getColumnWidth(cell.getColumnIndex()) / LETTER - 1);
                String text = cell.getStringCellValue();
                long breaks = text.chars().filter(c -> c == '\n').count();
                lines = Math.max(lines, 1 + (int) breaks + (text.length() - 1) / letters);
            }
        }
        row.setHeightInPoints(Math.min(TALLEST_ROW, lines * LINE + 2));
    }

    void write(OutputStream to) throws IOException {
        workbook.setActiveSheet(0);
        workbook.write(to);
        to.flush();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
