package id.patuh.template;

import id.patuh.report.Language;
import id.patuh.report.SheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.apache.poi.ss.usermodel.BorderFormatting;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook while it is written: texts, styles, comments, choices and print layout, alike on all its sheets. */
final class Book implements AutoCloseable {

    /** Paper of 215 by 330 mm, on which Indonesian offices print. */
    private static final short F4 = 14;

    /** In inches. */
    private static final Map<PageMargin, Double> MARGINS = Map.of(
            PageMargin.LEFT, 0.4,
            PageMargin.RIGHT, 0.4,
            PageMargin.TOP, 0.5,
            PageMargin.BOTTOM, 0.6,
            PageMargin.HEADER, 0.3,
            PageMargin.FOOTER, 0.3);

    private static final String LISTS = "Daftar";
    private static final int CHARACTER = 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Styles styles = new Styles(workbook);
    private final SheetText texts = new SheetText(workbook);
    private final Map<String, String> listFormulas = new HashMap<>();
    private final ResourceBundle words;
    private Sheet lists;
    private int listColumns;

    Book(Language language) {
        this.words = language.texts("id.patuh.template.texts");
    }

    /** A text of the program, in the language asked for. */
    String word(String key) {
        return words.getString(key);
    }

    /** What a key of SOP files means, or null. */
    String meaning(String key) {
        String name = "sop.key." + key;
        return words.containsKey(name) ? words.getString(name) : null;
    }

    Sheet sheet(String name) {
        return workbook.createSheet(name);
    }

    Styles styles() {
        return styles;
    }

    /** Writes a text, number or time; null leaves the cell blank. */
    Cell put(Sheet sheet, int row, int column, Object value, CellStyle style) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = line.createCell(column);
        cell.setCellStyle(style);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else {
            texts.write(cell, (String) value, style);
        }
        return cell;
    }

    Cell put(Sheet sheet, int row, int column, Object value, Look look) {
        return put(sheet, row, column, value, styles.of(look));
    }

    /** Makes one cell of several, all of them bordered alike. */
    void merge(Sheet sheet, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (firstRow == lastRow && firstColumn == lastColumn) {
            return;
        }
        CellStyle style = sheet.getRow(firstRow).getCell(firstColumn).getCellStyle();
        for (int r = firstRow; r <= lastRow; r++) {
            Row row = sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r);
            for (int c = firstColumn; c <= lastColumn; c++) {
                if (row.getCell(c) == null) {
                    row.createCell(c).setCellStyle(style);
                }
            }
        }
        sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }

    /** Says more of a cell to whoever points at it. */
    void comment(Cell cell, String text) {
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 5);
        Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
        comment.setString(workbook.getCreationHelper().createRichTextString(text));
        cell.setCellComment(comment);
    }

    /** Has the cells filled in by choice. */
    void choose(Sheet sheet, Choices choices, CellRangeAddressList cells) {
        if (!choices.values().isEmpty()) {
            choose(sheet, list(choices), choices.strict(), cells);
        }
    }

    /** Has the cells filled in with what stands in other cells. */
    void choose(Sheet sheet, String formula, boolean strict, CellRangeAddressList cells) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(helper.createFormulaListConstraint(formula), cells);
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        validation.setErrorStyle(strict ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.WARNING);
        validation.createErrorBox("patuh", word(strict ? "choice.strict" : "choice.suggested"));
        sheet.addValidationData(validation);
    }

    /** Draws those rows of an area in which anything stands. */
    void drawFilled(Sheet sheet, CellRangeAddress area) {
        int row = area.getFirstRow() + 1;
        String last = CellReference.convertNumToColString(area.getLastColumn());
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule filled =
                formatting.createConditionalFormattingRule("COUNTA($A" + row + ":$" + last + row + ")>0");
        BorderFormatting borders = filled.createBorderFormatting();
        borders.setBorderTop(BorderStyle.THIN);
        borders.setBorderBottom(BorderStyle.THIN);
        borders.setBorderLeft(BorderStyle.THIN);
        borders.setBorderRight(BorderStyle.THIN);
        formatting.addConditionalFormatting(new CellRangeAddress[] {area}, filled);
    }

    /** Leaves only fields to be changed; there is no password, so that whoever knows better can. */
    void protect(Sheet sheet) {
        XSSFSheet locked = (XSSFSheet) sheet;
        locked.enableLocking();
        locked.lockFormatColumns(false);
        locked.lockFormatRows(false);
        locked.lockAutoFilter(false);
        locked.lockSort(false);
    }

    /** Keeps a sheet out of sight, behind all others. */
    void hide(Sheet sheet) {
        workbook.setSheetOrder(sheet.getSheetName(), workbook.getNumberOfSheets() - 1);
        workbook.setSheetVisibility(workbook.getNumberOfSheets() - 1, SheetVisibility.VERY_HIDDEN);
    }

    void width(Sheet sheet, int column, int characters) {
        sheet.setColumnWidth(column, characters * CHARACTER);
    }

    /** Prints on as many pages as it takes, each as wide as the table. */
    void printLayout(Sheet sheet, boolean landscape, int firstRepeated, int lastRepeated) {
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(F4);
        print.setLandscape(landscape);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        MARGINS.forEach(sheet::setMargin);
        if (firstRepeated >= 0) {
            sheet.setRepeatingRows(new CellRangeAddress(firstRepeated, lastRepeated, -1, -1));
        }
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
    }

    /** Prints a sheet down to a row, and as far as a column. */
    void print(Sheet sheet, int lastRow, int lastColumn) {
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, lastColumn, 0, lastRow);
    }

    void write(OutputStream to) throws IOException {
        if (lists != null) {
            workbook.setSheetOrder(LISTS, workbook.getNumberOfSheets() - 1);
        }
        workbook.setActiveSheet(0);
        workbook.write(to);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** Where the values stand on the sheet of lists; each list stands there once. */
    private String list(Choices choices) {
        return listFormulas.computeIfAbsent(choices.name(), name -> {
            if (lists == null) {
                lists = sheet(LISTS);
                printLayout(lists, true, 0, 0);
                lists.createFreezePane(0, 1);
            }
            int column = listColumns;
            boolean labelled = !choices.labels().isEmpty();
            put(lists, 0, column, name, Look.HEADER);
            width(lists, column, labelled ? 10 : 34);
            if (labelled) {
                width(lists, column + 1, 70);
            }
            for (int i = 0; i < choices.values().size(); i++) {
                boolean number = choices.values().get(i) instanceof Number;
                put(lists, i + 1, column, choices.values().get(i), number ? Look.CENTRED : Look.CELL);
                if (labelled) {
                    put(lists, i + 1, column + 1, choices.labels().get(i), Look.CELL);
                    RowHeight.fit(lists, i + 1);
                }
            }
            if (labelled) {
                put(lists, 0, column + 1, null, Look.HEADER);
                lists.addMergedRegion(new CellRangeAddress(0, 0, column, column + 1));
            }
            listColumns += labelled ? 3 : 2;
            width(lists, listColumns - 1, 2);
            String letter = CellReference.convertNumToColString(column);
            return LISTS + "!$" + letter + "$2:$" + letter + "$"
                    + (choices.values().size() + 1);
        });
    }
}
