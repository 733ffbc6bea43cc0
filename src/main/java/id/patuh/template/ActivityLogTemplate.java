package id.patuh.template;

import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;

/** The template of an activity log: one row an activity. */
final class ActivityLogTemplate {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 8, 0);

    private final Book book;
    private final TemplateRequest request;
    private final Sop example;
    private final Step step;

    private ActivityLogTemplate(TemplateRequest request, Book book) {
        this.book = book;
        this.request = request;
        this.example = request.sop() != null
                ? request.sop()
                : request.ruleSet().sops().all().stream().findFirst().orElse(null);
        List<Step> steps = example == null ? List.of() : example.steps();
        this.step = steps.stream()
                .filter(s -> s.decision() != null)
                .findFirst()
                .orElse(steps.isEmpty() ? null : steps.get(0));
    }

    static void write(TemplateRequest request, Book book) {
        new ActivityLogTemplate(request, book).write();
    }

    private void write() {
        Sheet sheet = book.sheet("Log Kegiatan");
        String title = book.word("activity-log");
        book.put(sheet, 0, 0, title.toUpperCase(java.util.Locale.ROOT), Look.TITLE);
        book.put(sheet, 1, 0, book.word("activity-log.subtitle"), Look.SUBTITLE);
        List<Column> columns = columns();
        new FormTable(book, sheet, columns).write(3);
        new Guide(book)
                .rules(title, List.of("guide.example", "guide.other.sheets", "guide.activities", "guide.times"))
                .columns("Log Kegiatan", columns);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(column("case", "No. Berkas (case)", 18, Look.CELL).needed());
        columns.add(column("sop", "Nomor SOP (sop)", 16, Look.CELL)
                .needed()
                .choosing(sops())
                .showing(example == null ? null : example.id()));
        columns.add(column("step", "Langkah (step)", 10, Look.CENTRED)
                .needed()
                .choosing(request.sop() == null ? null : steps(request.sop()))
                .showing(step == null ? null : step.no()));
        columns.add(column("role", "Pelaksana (role)", 26, Look.CELL)
                .choosing(request.sop() == null ? null : roles(request.sop()))
                .showing(
                        step == null || step.executor().isEmpty()
                                ? null
                                : step.executor().get(0)));
        columns.add(column("person", "Petugas (person)", 14, Look.CELL).showing("P-01"));
        columns.add(column("start", "Mulai (start)", 18, Look.TIME).needed().showing(START));
        columns.add(column("end", "Selesai (end)", 18, Look.TIME).showing(START.plusMinutes(45)));
        columns.add(column("inputs", "Kelengkapan (inputs)", 30, Look.CELL)
                .showing(step == null ? null : String.join("; ", step.inputs())));
        columns.add(column("outputs", "Output (outputs)", 30, Look.CELL)
                .showing(step == null ? null : String.join("; ", step.outputs())));
        columns.add(column("decision", "Keputusan (decision)", 16, Look.CENTRED)
                .choosing(Choices.only(
                        "Keputusan (decision)", List.of(book.word("choice.approve"), book.word("choice.revise"))))
                .showing(step == null || step.decision() == null ? null : book.word("choice.approve")));
        columns.add(
                column("unit", "Unit Kerja (unit)", 22, Look.CELL).showing(example == null ? null : example.unit()));
        columns.add(column("note", "Keterangan (note)", 24, Look.CELL));
        return columns;
    }

    private Column column(String field, String header, int width, Look look) {
        return Column.of(header, width, look, book.word("activity-log." + field));
    }

    private Choices sops() {
        List<String> ids = request.sop() != null
                ? List.of(request.sop().id())
                : request.ruleSet().sops().all().stream()
                        .map(Sop::id)
                        .distinct()
                        .toList();
        return Choices.suggested("Nomor SOP (sop)", ids);
    }

    private static Choices steps(Sop sop) {
        return new Choices(
                "Langkah (step)",
                sop.steps().stream().map(Step::no).toList(),
                sop.steps().stream().map(Step::title).toList(),
                true);
    }

    private static Choices roles(Sop sop) {
        return Choices.suggested("Pelaksana (role)", sop.roles());
    }
}
