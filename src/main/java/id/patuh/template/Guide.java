package id.patuh.template;

import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;

/** The sheet that says how the others are filled in; whoever reads the workbook passes it over. */
final class Guide {

    private static final List<Integer> WIDTHS = List.of(36, 10, 90);

    private final Book book;
    private final Sheet sheet;
    private int row;

    Guide(Book book) {
        this.book = book;
        this.sheet = book.sheet("Petunjuk");
        for (int c = 0; c < WIDTHS.size(); c++) {
            book.width(sheet, c, WIDTHS.get(c));
        }
        book.printLayout(sheet, true, -1, -1);
    }

    /** The rules that hold for the whole workbook. */
    Guide rules(String title, List<String> keys) {
        book.put(sheet, row++, 0, book.word("guide") + ": " + title, Look.TITLE);
        for (String key : keys) {
            book.put(sheet, ++row, 0, book.word(key), Look.WRAPPED);
            book.merge(sheet, row, row, 0, WIDTHS.size() - 1);
            RowHeight.fit(sheet, row);
        }
        row += 2;
        return this;
    }

    /** What each column or field of a sheet holds. */
    Guide columns(String title, List<Column> columns) {
        book.put(sheet, row++, 0, title, Look.LABEL);
        book.put(sheet, row, 0, book.word("guide.column"), Look.HEADER);
        book.put(sheet, row, 1, book.word("guide.required"), Look.HEADER);
        book.put(sheet, row++, 2, book.word("guide.meaning"), Look.HEADER);
        for (Column column : columns) {
            book.put(sheet, row, 0, column.header(), Look.CELL);
            book.put(sheet, row, 1, column.required() ? book.word("guide.yes") : null, Look.CENTRED);
            book.put(sheet, row, 2, column.note(), Look.CELL);
            RowHeight.fit(sheet, row++);
        }
        row++;
        return this;
    }
}
