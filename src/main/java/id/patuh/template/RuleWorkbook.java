package id.patuh.template;

import id.patuh.edit.CellType;
import id.patuh.edit.EditColumn;
import id.patuh.edit.EditTable;
import id.patuh.edit.Origin;
import id.patuh.edit.RuleTables;
import id.patuh.edit.Texts;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleItem.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

/** What managers may change of a rule set, as a workbook: each table a sheet, and a hidden one that keeps what they held. */
public final class RuleWorkbook {

    private static final int HEADER = 2;
    private static final int NEW_ROWS = 40;
    private static final int ID_WIDTH = 14;
    /** Columns that say which step a row is about. */
    private static final int STEP_NAMED = 3;

    /** The most digits that spreadsheets keep, and the most decimals that are read back. */
    private static final int DIGITS = 15;

    private static final int DECIMALS = 6;

    private final Book book;
    private final RuleTables tables;
    private final Texts texts;

    private RuleWorkbook(Book book, RuleTables tables) {
        this.book = book;
        this.tables = tables;
        this.texts = tables.texts();
    }

    /** Writes the workbook. */
    public static void write(RuleTables tables, Language language, OutputStream to) throws IOException {
        try (Book book = new Book(language)) {
            RuleWorkbook workbook = new RuleWorkbook(book, tables);
            tables.tables().values().forEach(workbook::sheet);
            workbook.origin();
            book.write(to);
        }
    }

    private void sheet(EditTable table) {
        Kind kind = table.kind();
        Sheet sheet = book.sheet(texts.sheet(kind));
        book.put(sheet, 0, 0, texts.sheet(kind), Look.TITLE);
        book.put(sheet, 1, 0, texts.help(kind), Look.SUBTITLE);
        List<EditColumn> columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            book.put(sheet, HEADER, c, texts.heading(kind, columns.get(c)), Look.HEADER);
            book.width(sheet, c, columns.get(c).width());
        }
        book.put(sheet, HEADER, columns.size(), table.idHeading(), Look.HEADER);
        book.width(sheet, columns.size(), ID_WIDTH);
        RowHeight.fit(sheet, HEADER);
        int line = HEADER + 1;
        for (EditTable.Row row : table.rows()) {
            row(sheet, line++, table, row);
        }
        int last = line - 1;
        if (columns.get(0).use() == EditColumn.Use.NAMED) {
            newRows(sheet, line, kind, columns);
            last += NEW_ROWS;
        }
        choices(sheet, table, last);
        sheet.setAutoFilter(new CellRangeAddress(HEADER, last, 0, columns.size()));
        sheet.createFreezePane(kind == Kind.STEP ? STEP_NAMED : 1, HEADER + 1);
        book.printLayout(sheet, true, HEADER, HEADER);
        book.print(sheet, HEADER + table.rows().size(), columns.size() - 1);
        if (kind == Kind.STEP) {
            sheet.getPrintSetup().setFitWidth((short) 2);
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, STEP_NAMED - 1));
        }
        book.protect(sheet);
    }

    private void row(Sheet sheet, int line, EditTable table, EditTable.Row row) {
        List<EditColumn> columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            EditColumn column = columns.get(c);
            boolean open = column.use() == EditColumn.Use.CHANGED;
            CellType type = row.type(column);
            book.put(sheet, line, c, value(type, row.cell(column)), open ? look(table.kind(), type) : Look.FIXED);
        }
        RowHeight.fit(sheet, line);
        book.put(sheet, line, columns.size(), row.id(), Look.KEY);
    }

    /** Rows that wait for further items. */
    private void newRows(Sheet sheet, int first, Kind kind, List<EditColumn> columns) {
        for (int r = first; r < first + NEW_ROWS; r++) {
            for (int c = 0; c < columns.size(); c++) {
                EditColumn column = columns.get(c);
                boolean open = column.use() != EditColumn.Use.SHOWN;
                book.put(sheet, r, c, null, open ? look(kind, column.type()) : Look.FIXED);
            }
            book.put(sheet, r, columns.size(), null, Look.KEY);
        }
    }

    private static Look look(Kind kind, CellType type) {
        return switch (type) {
            case DATE -> Look.FIELD_DATE;
            case NUMBER -> kind == Kind.GRADE ? Look.FIELD_DECIMALS : Look.FIELD_CENTRED;
            case NUMBERS, YES_NO -> Look.FIELD_CENTRED;
            default -> Look.FIELD;
        };
    }

    private static Object value(CellType type, String text) {
        Object value = text.isEmpty() ? null : type.read(text);
        boolean exact = type == CellType.DATE && !(value instanceof String)
                || value instanceof BigDecimal number && number.precision() <= DIGITS && number.scale() <= DECIMALS;
        return exact ? value : text.isEmpty() ? null : text;
    }

    private void choices(Sheet sheet, EditTable table, int last) {
        List<EditColumn> columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            EditColumn column = columns.get(c);
            List<String> values = column.type() == CellType.YES_NO
                    ? List.of(texts.text("yes"), texts.text("no"))
                    : table.choices().getOrDefault(column.key(), List.of());
            if (column.use() != EditColumn.Use.SHOWN && !values.isEmpty()) {
                String name = column.type() == CellType.YES_NO
                        ? String.join(" / ", values)
                        : texts.heading(table.kind(), column);
                book.choose(sheet, Choices.only(name, values), new CellRangeAddressList(HEADER + 1, last, c, c));
            }
            if (column.key().equals(RuleTables.VALUE)) {
                choicesOfValues(sheet, table, c);
            }
        }
    }

    private void choicesOfValues(Sheet sheet, EditTable table, int column) {
        List<EditTable.Row> rows = new ArrayList<>(table.rows());
        for (int r = 0; r < rows.size(); r++) {
            String key = rows.get(r).cells().get("key");
            List<String> values = table.choices().get(RuleTables.VALUE + "/" + key);
            if (values != null) {
                int line = HEADER + 1 + r;
                book.choose(sheet, Choices.only(key, values), new CellRangeAddressList(line, line, column, column));
            }
        }
    }

    private void origin() {
        Sheet sheet = book.sheet(texts.text("sheet.origin"));
        int line = 0;
        for (List<String> cells : Origin.lines(tables)) {
            for (int c = 0; c < cells.size(); c++) {
                if (!cells.get(c).isEmpty()) {
                    book.put(sheet, line, c, cells.get(c), Look.PLAIN);
                }
            }
            line++;
        }
        book.hide(sheet);
    }
}
