package id.patuh.template;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;

/** Labelled fields above a table, one a row: what they say holds for the whole table. */
final class FormHead {

    private final Book book;
    private final Sheet sheet;
    private final int valueColumn;
    private final int lastColumn;

    /**
     * @param valueColumn first column of the values; the labels take those before it
     * @param lastColumn last column of the values
     */
    FormHead(Book book, Sheet sheet, int valueColumn, int lastColumn) {
        this.book = book;
        this.sheet = sheet;
        this.valueColumn = valueColumn;
        this.lastColumn = lastColumn;
    }

    /** Writes the fields from a row on; gives the row below them. */
    int write(int top, List<Column> fields) {
        int row = top;
        for (Column field : fields) {
            Cell label = book.put(sheet, row, 0, field.header(), Look.LABEL);
            book.merge(sheet, row, row, 0, valueColumn - 1);
            book.comment(label, field.note());
            book.put(sheet, row, valueColumn, field.example(), field.look());
            book.merge(sheet, row, row, valueColumn, lastColumn);
            if (field.choices() != null) {
                book.choose(sheet, field.choices(), new CellRangeAddressList(row, row, valueColumn, valueColumn));
            }
            row++;
        }
        return row;
    }
}
