package id.patuh.template;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

/** A table to be filled in: header, a row that shows how, and rows that wait. */
final class FormTable {

    /** What the first cell of the example row says; the reader of inputs passes such a row over. */
    static final String EXAMPLE = "Contoh (example)";

    /** The last row with formats and choices. */
    static final int LAST_ROW = 9_999;

    /** Rows that are drawn, which print on one page; those below are drawn once they are filled in. */
    private static final int DRAWN = 20;

    private final Book book;
    private final Sheet sheet;
    private final List<Column> columns;
    private int headerRow;

    FormTable(Book book, Sheet sheet, List<Column> columns) {
        this.book = book;
        this.sheet = sheet;
        this.columns = columns;
    }

    /** Writes the table with its header from a row on. */
    void write(int top) {
        boolean grouped = columns.stream().anyMatch(c -> c.group() != null);
        headerRow = grouped ? top + 1 : top;
        header(top, grouped);
        for (int c = 0; c < columns.size(); c++) {
            column(c);
        }
        book.drawFilled(sheet, new CellRangeAddress(firstRow() + DRAWN, LAST_ROW, 0, columns.size() - 1));
        RowHeight.fit(sheet, headerRow);
        RowHeight.fit(sheet, headerRow + 1);
        sheet.createFreezePane(0, headerRow + 1);
        book.printLayout(sheet, true, top, headerRow);
    }

    /** The first row that waits to be filled in. */
    int firstRow() {
        return headerRow + 2;
    }

    private void header(int top, boolean grouped) {
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            int row = column.group() == null ? top : headerRow;
            Cell cell = book.put(sheet, row, c, column.shownHeader(), Look.HEADER);
            book.comment(cell, column.note());
            if (grouped && column.group() == null) {
                book.merge(sheet, top, headerRow, c, c);
            } else if (grouped
                    && (c == 0 || !column.group().equals(columns.get(c - 1).group()))) {
                int last = c;
                while (last + 1 < columns.size()
                        && column.group().equals(columns.get(last + 1).group())) {
                    last++;
                }
                book.put(sheet, top, c, column.group(), Look.HEADER);
                book.merge(sheet, top, top, c, last);
            }
        }
    }

    private void column(int c) {
        Column column = columns.get(c);
        book.width(sheet, c, column.width());
        sheet.setDefaultColumnStyle(c, book.styles().of(withoutBorder(column.look())));
        book.put(
                sheet,
                headerRow + 1,
                c,
                c == 0 ? EXAMPLE : column.example(),
                book.styles().example(column.look()));
        for (int r = firstRow(); r < firstRow() + DRAWN; r++) {
            book.put(sheet, r, c, null, column.look());
        }
        if (column.choices() != null) {
            book.choose(sheet, column.choices(), cells(c));
        }
    }

    /** The cells of a column that wait to be filled in. */
    CellRangeAddressList cells(int column) {
        return new CellRangeAddressList(firstRow(), LAST_ROW, column, column);
    }

    private static Look withoutBorder(Look look) {
        return switch (look) {
            case TIME -> Look.PLAIN_TIME;
            default -> Look.PLAIN;
        };
    }
}
