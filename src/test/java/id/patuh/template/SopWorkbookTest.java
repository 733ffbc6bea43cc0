package id.patuh.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.intake.RejectedRow;
import id.patuh.intake.SopImport;
import id.patuh.report.Language;
import id.patuh.ruleset.GeneratedSop;
import id.patuh.ruleset.Sops;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SOPs go to the official layout and back without loss; tables made by hand are read as far as they go. */
class SopWorkbookTest {

    @TempDir
    private Path folder;

    @Test
    void theSopsOfTheRuleSetComeBack() {
        Sops.all().forEach(this::comesBack);
    }

    @Test
    void anySopComesBack() {
        LongStream.range(0, 150).mapToObj(GeneratedSop::of).forEach(this::comesBack);
    }

    @Test
    void anEditOfTheTableOutweighsTheExtrasThatItContradicts() throws IOException {
        Path file = exported("padang-34-sop-dtkp-2020");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Sheet sheet = workbook.getSheet("SOP");
            row(sheet, "Disahkan Oleh").getCell(9).setCellValue("Kepala Dinas Z");
            Row step4 = row(sheet, "4.0");
            step4.getCell(6).setBlank();
            step4.getCell(5).setCellValue("\u25c6");
            row(sheet, "5.0").getCell(1).setCellValue("Menugaskan petugas");
            row(sheet, "9.0").getCell(10).setCellValue("2 hari");
            store(workbook, file);
        }

        SopDraft imported = SopDraft.of(SopImport.read(file), Language.ID);

        Sop sop = Sops.read("x", imported.yaml());
        assertThat(sop.ratification()).isEqualTo(new Sop.Ratification("Kepala Dinas Z", false, false));
        assertThat(sop.step(4).orElseThrow().executor()).containsExactly("Kepala Seksi");
        assertThat(sop.step(4).orElseThrow().decision()).isEqualTo(new Step.Decision(5, 3, true));
        assertThat(sop.step(5).orElseThrow().optional()).isFalse();
        assertThat(sop.step(6).orElseThrow().optional()).isTrue();
        assertThat(sop.step(9).orElseThrow().within()).isEqualTo("2 hari");
        assertThat(imported.outdated())
                .extracting(e -> e.step() + " " + e.key())
                .containsExactly("null ratified");
    }

    @Test
    void theTemplateFilledInIsRead() throws IOException {
        Path file = folder.resolve("template.xlsx");
        try (OutputStream to = Files.newOutputStream(file)) {
            TemplateKind.SOP.write(new TemplateRequest(null, null, null, Language.ID), to);
        }
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Sheet sheet = workbook.getSheet("SOP");
            sheet.getRow(2).getCell(0).setCellValue("Pemerintah Kota X\nDinas Y");
            beside(sheet, "Nomor SOP", "SOP-7/2026");
            beside(sheet, "Judul SOP", "Surat Masuk");
            beside(sheet, "Disahkan Oleh", "Kepala Dinas");
            row(sheet, "Tanggal Efektif").getCell(7).setCellValue(LocalDate.of(2026, 1, 5));
            below(sheet, "Dasar Hukum").setCellValue("1. UU 25/2009\n2. UU 30/2014");
            below(sheet, "Kualifikasi Pelaksana").setCellValue("Kabag:\n- teliti\n- jujur");
            Row header = row(sheet, "Kelengkapan");
            header.getCell(2).setCellValue("Staf");
            header.getCell(3).setCellValue("Kabag");
            Row example = row(sheet, "Menyusun konsep surat edaran");
            fill(
                    sheet.getRow(example.getRowNum() + 1),
                    1,
                    "Mencatat",
                    "\u25cf",
                    "",
                    "Surat",
                    "1 jam",
                    "- Agenda\n- Resi");
            fill(sheet.getRow(example.getRowNum() + 2), 2, "Menyetujui", "", "\u25c6", "Agenda", "1 hari", "Disposisi");
            store(workbook, file);
        }

        SopDraft imported = SopDraft.of(SopImport.read(file), Language.ID);

        assertThat(imported.rejected()).isEmpty();
        assertThat(imported.yaml())
                .contains("decision: {revise: 1, inferred: true}  # tujuannya tidak tercetak")
                .doesNotContain("konsep surat edaran");
        Sop sop = Sops.read("x", imported.yaml());
        assertThat(List.of(
                        sop.id(),
                        sop.title(),
                        sop.agency(),
                        sop.unit(),
                        sop.ratification().position()))
                .containsExactly("SOP-7", "Surat Masuk", "Pemerintah Kota X", "Dinas Y", "Kepala Dinas");
        assertThat(sop.inForce()).isEqualTo(LocalDate.parse("2026-01-05"));
        assertThat(sop.legalBasis()).extracting(Sop.LegalReference::text).containsExactly("UU 25/2009", "UU 30/2014");
        assertThat(sop.qualifications()).containsExactly(new Sop.Qualification("Kabag", List.of("teliti", "jujur")));
        assertThat(sop.roles()).containsExactly("Staf", "Kabag");
        assertThat(sop.steps()).extracting(Step::executor).containsExactly(List.of("Staf"), List.of("Kabag"));
        assertThat(sop.steps().get(0).outputs()).containsExactly("Agenda", "Resi");
        assertThat(sop.clockInferred()).isTrue();
    }

    @Test
    void aTableMadeByHandIsReadWithWhatItLacksMarked() throws IOException {
        Path file = folder.resolve("hand.xlsx");
        try (Workbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Lembar1");
            line(sheet, 0, "PEMERINTAH KABUPATEN Z", "", "", "NOMOR SOP", ": 34/SOP/2020");
            line(sheet, 1, "", "", "", "TGL. PEMBUATAN", "3 Januari 2020");
            line(sheet, 2, "DINAS Y", "", "", "TGL. EFEKTIF", "besok");
            line(sheet, 3, "", "", "", "JUDUL SOP :", "Pengaduan");
            line(sheet, 4, "DASAR HUKUM :", "", "", "KETERKAITAN:");
            line(sheet, 5, "1. UU 25/2009", "", "", "SOP Arsip; SOP Surat");
            line(sheet, 6, "2. UU 30/2014");
            line(sheet, 8, "No.", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "", "Ket.");
            line(sheet, 9, "", "", "Staf", "Kabag", "Persyaratan/Kelengkapan", "Waktu", "Output", "");
            line(sheet, 10, "1", "2", "3", "4", "5", "6", "7", "8");
            line(sheet, 11, "1.", "Menerima", "v", "", "Surat", "1 jma", "Tanda terima", "segera");
            line(sheet, 12, "", "", "", "", "Bukti", "", "Agenda");
            line(sheet, 13, "2", "Memeriksa", "", "siap", "-", "2 hari", "");
            line(sheet, 14, "2", "Mengirim", "x", "", "Surat", "1 hari", "Resi");
            line(sheet, 15, "iii", "Mengarsip", "x");
            line(sheet, 17, "", "", "", "", "", "", "Kepala Dinas Y");
            line(sheet, 18, "", "", "", "", "", "", "CONTOH");
            line(workbook.createSheet("Lembar2"), 3, "No", "Kegiatan", "Staf", "Kelengkapan", "Waktu", "Output");
            sheet.addMergedRegion(new CellRangeAddress(11, 12, 0, 0));
            store(workbook, file);
        }

        SopDraft imported = SopDraft.of(SopImport.read(file), Language.EN);

        assertThat(imported.rejected())
                .extracting(r -> r.sheet() + "|" + r.row() + "|" + r.column() + "|" + r.value() + "|" + r.reason())
                .containsExactly(
                        "Lembar1|3|TGL. EFEKTIF|besok|date-unreadable",
                        "Lembar1|12|Waktu|1 jma|sop-limit-unreadable",
                        "Lembar1|14|Kabag|siap|tick-unreadable",
                        "Lembar1|15|No.|2|step-number-twice",
                        "Lembar1|16|No.|iii|step-number-unreadable",
                        "Lembar2|4|null|null|sop-table-surplus");
        assertThat(imported.yaml()).isEqualTo("""
                # 2 lines below the table were not read.
                id: "34-SOP-2020"  # taken from the number of the SOP; check it
                number: "34/SOP/2020"
                title: Pengaduan
                agency: Pemerintah Kabupaten Z
                unit: Dinas Y
                created: 2020-01-03
                in_force: null  # MISSING in the table
                ratified: null  # MISSING in the table
                legal_basis: [UU 25/2009, UU 30/2014]
                related: [SOP Arsip, SOP Surat]
                clock: working  # the table does not say whether its times are working time (working) or elapsed time (elapsed)
                clock_inferred: true
                roles: [Staf, Kabag]
                steps:
                  - no: 1
                    title: Menerima
                    executor: [Staf]
                    inputs: [Surat, Bukti]
                    within: null  # MISSING in the table
                    outputs: [Tanda terima, Agenda]
                    note: segera
                  - no: 2
                    title: Memeriksa
                    executor: null  # MISSING in the table
                    inputs: null  # MISSING in the table
                    within: 2 hari
                    outputs: null  # MISSING in the table
                """);
    }

    @Test
    void brokenExtrasAndForeignFilesAreRejected() throws IOException {
        Path file = exported("B278");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            row(workbook.getSheet("Tambahan"), "calendar").getCell(2).setCellValue("{a");
            row(workbook.getSheet("Tambahan"), "subjects").getCell(1).setCellValue("subyek");
            store(workbook, file);
        }
        Path text = Files.writeString(folder.resolve("a.xlsx"), "No,Kegiatan\n");

        assertThat(SopDraft.of(SopImport.read(file), Language.ID).rejected())
                .extracting(RejectedRow::sheet, RejectedRow::value, RejectedRow::reason)
                .containsExactly(
                        tuple("Tambahan", "[service-quality, procurement]", "extra-unreadable"),
                        tuple("Tambahan", "{a", "extra-unreadable"));
        assertThat(SopDraft.of(SopImport.read(text), Language.ID).rejected())
                .extracting(RejectedRow::reason)
                .containsExactly("sop-table-missing");
    }

    private void comesBack(Sop sop) {
        try {
            Path file = folder.resolve("sop.xlsx");
            try (OutputStream to = Files.newOutputStream(file)) {
                SopWorkbook.write(sop, Language.ID, to);
            }
            SopDraft imported = SopDraft.of(SopImport.read(file), Language.ID);
            assertThat(imported.rejected()).as(sop.toString()).isEmpty();
            assertThat(imported.outdated()).isEmpty();
            assertThat(Sops.read(sop.file(), imported.yaml()))
                    .as(imported.yaml())
                    .isEqualTo(sop);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path exported(String id) throws IOException {
        Path source = Path.of("rules/sop", id.toLowerCase(java.util.Locale.ROOT) + ".yaml");
        Path file = folder.resolve(id + ".xlsx");
        try (OutputStream to = Files.newOutputStream(file)) {
            SopWorkbook.write(Sops.read(source), Language.ID, to);
        }
        return file;
    }

    private static void store(Workbook workbook, Path file) throws IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            workbook.write(to);
        }
    }

    private static void line(Sheet sheet, int index, String... texts) {
        Row row = sheet.createRow(index);
        for (int c = 0; c < texts.length; c++) {
            if (!texts[c].isEmpty()) {
                row.createCell(c).setCellValue(texts[c]);
            }
        }
    }

    private static void fill(
            Row row, int no, String title, String staff, String head, String in, String within, String out) {
        row.getCell(0).setCellValue(no);
        row.getCell(1).setCellValue(title);
        row.getCell(2).setCellValue(staff);
        row.getCell(3).setCellValue(head);
        row.getCell(7).setCellValue(in);
        row.getCell(8).setCellValue(within);
        row.getCell(9).setCellValue(out);
    }

    private static void beside(Sheet sheet, String label, String value) {
        row(sheet, label).getCell(7).setCellValue(value);
    }

    private static Cell below(Sheet sheet, String label) {
        Row row = row(sheet, label);
        for (Cell cell : row) {
            if (cell.toString().equals(label)) {
                return sheet.getRow(row.getRowNum() + 1).getCell(cell.getColumnIndex());
            }
        }
        throw new AssertionError(label);
    }

    private static Row row(Sheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(text)) {
                    return row;
                }
            }
        }
        throw new AssertionError("no cell " + text);
    }
}
