package id.patuh.report.sheet;

import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A table that has a sheet of its own, with headings that stay in sight and filters; it goes on in further sheets where one is
 * full.
 *
 * @param <T> what is told in a row
 */
final class SheetTable<T> {

    private final ReportBook book;
    private final String name;
    private final List<String> headings;
    private final List<Column<T>> columns;
    private final int mostRows;
    private Sheet sheet;
    private int sheets;
    private int next;

    /** @param mostRows how many a sheet can take, the headings not counted */
    SheetTable(ReportBook book, String name, List<String> headings, List<Column<T>> columns, int mostRows) {
        this.book = book;
        this.name = name;
        this.headings = headings;
        this.columns = columns;
        this.mostRows = mostRows;
        begin();
    }

    /** Adds a row. */
    void add(T told) {
        add(told, book.styles().text);
    }

    /** Adds a row. @param first how its first cell looks */
    void add(T told, CellStyle first) {
        if (next > mostRows) {
            end();
            begin();
        }
        Row row = sheet.createRow(next++);
        for (int i = 0; i < columns.size(); i++) {
            Object value = columns.get(i).cell().apply(told);
            book.put(row, i, value, i == 0 ? first : book.styles().text);
        }
        book.fit(row, sheet);
    }

    /** Closes the table; nothing may be added any more. */
    void end() {
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, next - 1), 0, columns.size() - 1));
    }

    private void begin() {
        sheets++;
        sheet = book.sheet(sheets == 1 ? name : name + " (" + sheets + ")");
        for (int i = 0; i < columns.size(); i++) {
            book.width(sheet, i, columns.get(i).width());
        }
        Row row = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            book.put(row, i, headings.get(i), book.styles().heading);
        }
        book.fit(row, sheet);
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        next = 1;
    }
}
