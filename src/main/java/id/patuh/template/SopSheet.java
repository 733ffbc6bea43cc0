package id.patuh.template;

import id.patuh.sop.Sop;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;

/**
 * The sheet of an SOP in its official layout: the identity block, and below it the table with a column a role. Officials'
 * names are not written.
 */
final class SopSheet {

    static final String NAME = "SOP";

    private static final int NUMBER = 0;
    private static final int TITLE = 1;
    private static final int ROLES = 2;
    /** Columns right of the roles: kelengkapan, waktu, output, keterangan. */
    private static final int[] RIGHT_WIDTHS = {32, 14, 32, 22};

    private static final int ROLES_WIDTH = 36;
    private static final int LEAST_ROLE_WIDTH = 12;
    private static final int WAITING_ROWS = 20;
    private static final float ROOM = 42;

    private final Book book;
    private final Sheet sheet;
    private final Sop sop;
    private final SopTable table;
    private final List<String> roles;
    private final int last;
    private int row;

    /** @param roles heads of the columns of executors; blank ones wait to be filled in */
    SopSheet(Book book, Sop sop, List<String> roles) {
        this.book = book;
        this.sheet = book.sheet(NAME);
        this.sop = sop;
        this.table = new SopTable(sop);
        this.roles = roles;
        this.last = ROLES + roles.size() + RIGHT_WIDTHS.length - 1;
    }

    /** Writes the sheet; one without steps gets a row that shows how they are filled in. */
    void write() {
        widths();
        book.put(sheet, row, 0, "STANDAR OPERASIONAL PROSEDUR", Look.TITLE_CENTRED);
        book.merge(sheet, row, row, 0, last);
        row += 2;
        identity();
        lists("Dasar Hukum", table.citations(), "Kualifikasi Pelaksana", table.qualifications());
        lists("Keterkaitan", table.related(), "Peralatan dan Perlengkapan", table.equipment());
        lists("Peringatan", table.warnings(), "Pencatatan dan Pendataan", table.records());
        if (sop.purpose() != null || sop.scope() != null) {
            lists("Tujuan", sop.purpose(), "Ruang Lingkup", sop.scope());
        }
        row++;
        int top = row;
        header();
        sop.steps().forEach(step -> step(SopTable.row(step, roles)));
        if (sop.steps().isEmpty()) {
            waiting();
        }
        sheet.createFreezePane(ROLES, top + 2);
        book.printLayout(sheet, true, top, top + 1);
    }

    private void widths() {
        book.width(sheet, NUMBER, sop.steps().isEmpty() ? FormTable.EXAMPLE.length() : 5);
        book.width(sheet, TITLE, 44);
        for (int r = 0; r < roles.size(); r++) {
            book.width(sheet, ROLES + r, Math.max(LEAST_ROLE_WIDTH, ROLES_WIDTH / roles.size()));
        }
        for (int i = 0; i < RIGHT_WIDTHS.length; i++) {
            book.width(sheet, ROLES + roles.size() + i, RIGHT_WIDTHS[i]);
        }
    }

    private void identity() {
        int top = row;
        identityRow("Nomor SOP", sop.number(), Look.CELL);
        identityRow("Tanggal Pembuatan", sop.created(), Look.CELL_DATE);
        identityRow("Tanggal Revisi", sop.revised(), Look.CELL_DATE);
        identityRow("Tanggal Efektif", sop.inForce(), Look.CELL_DATE);
        identityRow("Disahkan Oleh", sop.ratification().position(), Look.CELL);
        identityRow("Judul SOP", sop.title(), Look.CELL);
        String issuer = sop.agency() == null ? null : sop.agency() + (sop.unit() == null ? "" : "\n" + sop.unit());
        Cell corner = book.put(sheet, top, NUMBER, issuer, Look.HEADING);
        book.merge(sheet, top, row - 1, NUMBER, TITLE);
        book.comment(corner, book.word("sop.issuer"));
    }

    private void identityRow(String label, Object value, Look look) {
        int values = ROLES + roles.size();
        Cell name = book.put(sheet, row, ROLES, label, Look.BOXED_LABEL);
        book.merge(sheet, row, row, ROLES, values - 1);
        book.put(sheet, row, values, value, look);
        book.merge(sheet, row, row, values, last);
        book.comment(
                name,
                book.word("sop." + label.toLowerCase(java.util.Locale.ROOT).replace(' ', '.')));
        RowHeight.fit(sheet, row++);
    }

    private void lists(String left, String leftText, String right, String rightText) {
        book.put(sheet, row, NUMBER, left, Look.BOXED_LABEL);
        book.merge(sheet, row, row, NUMBER, TITLE);
        book.put(sheet, row, ROLES, right, Look.BOXED_LABEL);
        book.merge(sheet, row, row++, ROLES, last);
        book.put(sheet, row, NUMBER, leftText, Look.CELL);
        book.merge(sheet, row, row, NUMBER, TITLE);
        book.put(sheet, row, ROLES, rightText, Look.CELL);
        book.merge(sheet, row, row, ROLES, last);
        fit(row++);
    }

    /** A sheet that waits to be filled in needs room to write in. */
    private void fit(int line) {
        RowHeight.fit(sheet, line);
        if (sop.steps().isEmpty()) {
            sheet.getRow(line)
                    .setHeightInPoints(Math.max(ROOM, sheet.getRow(line).getHeightInPoints()));
        }
    }

    private void header() {
        int right = ROLES + roles.size();
        List<String> single = List.of("No", "Uraian Kegiatan");
        for (int c = 0; c < single.size(); c++) {
            book.put(sheet, row, c, single.get(c), Look.HEADER);
            book.merge(sheet, row, row + 1, c, c);
        }
        Cell executors = book.put(sheet, row, ROLES, "Pelaksana", Look.HEADER);
        book.merge(sheet, row, row, ROLES, right - 1);
        book.comment(executors, book.word("sop.roles"));
        book.put(sheet, row, right, "Mutu Baku", Look.HEADER);
        book.merge(sheet, row, row, right, right + 2);
        book.put(sheet, row, right + 3, "Keterangan", Look.HEADER);
        book.merge(sheet, row, row + 1, right + 3, right + 3);
        row++;
        for (int r = 0; r < roles.size(); r++) {
            book.put(sheet, row, ROLES + r, roles.get(r).isEmpty() ? null : roles.get(r), Look.HEADER);
        }
        List<String> standard = List.of("Kelengkapan", "Waktu", "Output");
        for (int i = 0; i < standard.size(); i++) {
            Cell cell = book.put(sheet, row, right + i, standard.get(i), Look.HEADER);
            book.comment(cell, book.word("sop." + standard.get(i).toLowerCase(java.util.Locale.ROOT)));
        }
        fit(row++);
    }

    private void step(SopTable.Row step) {
        int right = ROLES + roles.size();
        book.put(sheet, row, NUMBER, step.no(), Look.CENTRED);
        book.put(sheet, row, TITLE, step.title(), Look.CELL);
        for (int r = 0; r < roles.size(); r++) {
            book.put(sheet, row, ROLES + r, step.marks().get(r), Look.MARK);
        }
        book.put(sheet, row, right, step.inputs(), Look.CELL);
        book.put(sheet, row, right + 1, step.within(), Look.CENTRED);
        book.put(sheet, row, right + 2, step.outputs(), Look.CELL);
        book.put(sheet, row, right + 3, step.note(), Look.CELL);
        RowHeight.fit(sheet, row++);
    }

    private void waiting() {
        int right = ROLES + roles.size();
        List<String> example = List.of(
                FormTable.EXAMPLE,
                book.word("sop.example.title"),
                SopTable.MARK,
                book.word("sop.example.inputs"),
                "1 jam",
                book.word("sop.example.outputs"));
        int[] columns = {NUMBER, TITLE, ROLES, right, right + 1, right + 2};
        int first = row;
        for (int r = first; r <= first + WAITING_ROWS; r++) {
            for (int c = 0; c <= last; c++) {
                boolean isMark = c >= ROLES && c < right;
                Look look = isMark ? Look.MARK : c == NUMBER || c == right + 1 ? Look.CENTRED : Look.CELL;
                book.put(
                        sheet,
                        r,
                        c,
                        null,
                        r == first ? book.styles().example(look) : book.styles().of(look));
            }
        }
        for (int i = 0; i < columns.length; i++) {
            var style = sheet.getRow(first).getCell(columns[i]).getCellStyle();
            book.put(sheet, first, columns[i], example.get(i), style);
        }
        RowHeight.fit(sheet, first);
        Choices marks = Choices.only(book.word("sop.marks"), List.of(SopTable.MARK, SopTable.DECIDES));
        book.choose(sheet, marks, new CellRangeAddressList(first + 1, FormTable.LAST_ROW, ROLES, right - 1));
    }
}
