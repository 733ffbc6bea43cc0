package id.patuh.template;

import id.patuh.skm.Unsur;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;

/** The template of a follow-up report: the plan under a head, its realisation, and what is still open. */
final class FollowUpTemplate {

    private static final String PLAN = "Rencana";
    private static final String REALISATION = "Realisasi";
    private static final String OPEN = "Belum Selesai";
    private static final int ACTIVITY_COLUMN = 2;
    private static final int LAST_PLANNED = 200;

    private final Book book;
    private final TemplateRequest request;

    private FollowUpTemplate(TemplateRequest request, Book book) {
        this.book = book;
        this.request = request;
    }

    static void write(TemplateRequest request, Book book) {
        new FollowUpTemplate(request, book).write();
    }

    private void write() {
        Sheet plan = book.sheet(PLAN);
        List<Column> head = head();
        List<Column> planned = plan();
        book.put(plan, 0, 0, book.word("follow-up.plan.title").toUpperCase(Locale.ROOT), Look.TITLE);
        int below = new FormHead(book, plan, ACTIVITY_COLUMN, ACTIVITY_COLUMN).write(2, head);
        FormTable table = new FormTable(book, plan, planned);
        table.write(below + 1);
        String letter = CellReference.convertNumToColString(ACTIVITY_COLUMN);
        String activities = PLAN + "!$" + letter + "$" + (table.firstRow() + 1) + ":$" + letter + "$" + LAST_PLANNED;
        List<Column> realised = realisation();
        table(REALISATION, "follow-up.realisation.title", realised, activities);
        List<Column> open = open();
        table(OPEN, "follow-up.open.title", open, activities);
        new Guide(book)
                .rules(
                        book.word("follow-up"),
                        List.of("guide.example", "guide.other.sheets", "guide.follow-up", "guide.lists"))
                .columns(PLAN + ": " + book.word("guide.head"), head)
                .columns(PLAN, planned)
                .columns(REALISATION, realised)
                .columns(OPEN, open);
    }

    private void table(String name, String title, List<Column> columns, String activities) {
        Sheet sheet = book.sheet(name);
        book.put(sheet, 0, 0, book.word(title).toUpperCase(Locale.ROOT), Look.TITLE);
        FormTable table = new FormTable(book, sheet, columns);
        table.write(2);
        book.choose(sheet, activities, false, table.cells(1));
    }

    private List<Column> head() {
        return List.of(
                column("survey", "Survei (survey)", 0, Look.VALUE),
                column("unit", "Unit Kerja (unit)", 0, Look.VALUE).needed(),
                column("period", "Periode (period)", 0, Look.VALUE).needed(),
                column("signedOn", "Tanggal Laporan (signed on)", 0, Look.VALUE_DATE)
                        .needed(),
                column("claimedPercent", "Persentase Tindak Lanjut (claimed percent)", 0, Look.VALUE_PERCENT));
    }

    private List<Column> plan() {
        List<String> unsur = request.ruleSet()
                .regulations()
                .inForceOn(request.day())
                .map(r -> r.unsur().stream().map(Unsur::name).toList())
                .orElse(List.of());
        List<Column> columns = new ArrayList<>();
        columns.add(column("no", "No", 11, Look.CENTRED));
        columns.add(column("element", "Prioritas Unsur (element)", 30, Look.CELL)
                .needed()
                .choosing(Choices.suggested("Prioritas Unsur (element)", unsur))
                .showing(unsur.isEmpty() ? null : unsur.get(0)));
        columns.add(column("activity", "Program/Kegiatan (activity)", 44, Look.CELL)
                .needed()
                .showing(book.word("follow-up.example.activity")));
        Choices tick = Choices.only(book.word("follow-up.tick"), List.of("\u221a"));
        List<String> quarters = List.of("I", "II", "III", "IV");
        for (int q = 1; q <= quarters.size(); q++) {
            columns.add(column("quarter", "TW " + quarters.get(q - 1) + " (Q" + q + ")", 8, Look.CENTRED)
                    .under("Waktu (quarters)")
                    .choosing(tick)
                    .showing(q == 2 ? "\u221a" : null));
        }
        columns.add(column("owner", "Penanggung Jawab (owner)", 26, Look.CELL)
                .needed()
                .showing(book.word("follow-up.example.owner")));
        return columns;
    }

    private List<Column> realisation() {
        Choices done =
                Choices.only("Sudah/Belum (done)", List.of(book.word("choice.done"), book.word("choice.not.done")));
        return List.of(
                column("no", "No", 11, Look.CENTRED),
                column("rtl", "RTL (plan)", 40, Look.CELL).needed().showing(book.word("follow-up.example.activity")),
                column("done", "Sudah/Belum (done)", 14, Look.CENTRED)
                        .needed()
                        .choosing(done)
                        .showing(book.word("choice.done")),
                column("description", "Deskripsi (description)", 40, Look.CELL)
                        .showing(book.word("follow-up.example.description")),
                column("evidence", "Dokumentasi Kegiatan (evidence)", 30, Look.CELL)
                        .showing(book.word("follow-up.example.evidence")),
                column("obstacle", "Tantangan/Hambatan (obstacle)", 30, Look.CELL));
    }

    private List<Column> open() {
        return List.of(
                column("no", "No", 11, Look.CENTRED),
                column("open", "RTL (activity)", 40, Look.CELL)
                        .needed()
                        .showing(book.word("follow-up.example.activity")),
                column("strategy", "Strategi Penyelesaian (strategy)", 34, Look.CELL)
                        .showing(book.word("follow-up.example.strategy")),
                column("target", "Target Waktu (target)", 18, Look.CELL).showing("TW III 2026"),
                column("owner", "Penanggung Jawab (owner)", 26, Look.CELL)
                        .showing(book.word("follow-up.example.owner")),
                column("stakeholder", "Stakeholder Terkait (stakeholder)", 26, Look.CELL)
                        .showing(book.word("follow-up.example.stakeholder")));
    }

    private Column column(String field, String header, int width, Look look) {
        return Column.of(header, width, look, book.word("follow-up." + field));
    }
}
