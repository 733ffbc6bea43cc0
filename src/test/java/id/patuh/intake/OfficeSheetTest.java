package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.ActivityRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do to sheets that a text cannot hold: formulas, merged cells, notes around a table. */
class OfficeSheetTest {

    private static final String HEAD = "no_berkas|nomor_sop|langkah|pelaksana|petugas|mulai|selesai|output|keputusan";

    @TempDir
    Path folder;

    private final Workbook workbook = new XSSFWorkbook();

    /** As different programs write a formula that they did not work out. */
    @ParameterizedTest
    @ValueSource(strings = {"</f></c>", "</f><v></v></c>", "</f><v/></c>"})
    void aFormulaWithoutASavedValueIsRejectedWhereverItStands(String end) throws IOException {
        Sheet log = sheet(
                "Log",
                HEAD,
                "K-1|B276|1|Kepala UKPBJ|P-01|2026-11-20 08:00|=F2+TIME(0,30,0)||",
                "K-2|B276|3|=\"Kepala\"|P-01|2026-11-20 08:00|2026-11-20 08:30||=\"setuju\"",
                "=\"K-3\"|B276|1|Kepala UKPBJ|P-01|2026-11-20 08:00|2026-11-20 08:30||",
                "K-4|B276|1|Kepala UKPBJ|P-01|2026-11-20 08:00|2026-11-20 08:30||");
        log.getRow(4).createCell(12).setCellFormula("1+1");
        sheet(
                "Survei",
                "Unit : X",
                "Periode : Semester I 2025",
                "NO. RES|U1|U2|U3|U4",
                "1|4|4|4|=1+1",
                "2|4|4|4|4",
                "NRR|=AVERAGE(B4:B5)|4|4|4",
                "IKM|=25*4");

        ReadAll read = read(end);

        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("K-4");
        assertThat(read.lostActivities()).extracting(l -> l.caseId()).containsExactly("K-1", "K-2", null);
        assertThat(Sample.rejected(read))
                .contains(
                        "2|selesai|=F2+TIME(0,30,0)|formula-unsaved",
                        "3|pelaksana|=\"Kepala\"|formula-unsaved",
                        "3|keputusan|=\"setuju\"|formula-unsaved",
                        "4|no_berkas|=\"K-3\"|formula-unsaved",
                        "4|U4|=1+1|formula-unsaved",
                        "6|U1|=AVERAGE(B4:B5)|formula-unsaved",
                        "7|U1|=25*4|formula-unsaved")
                .noneMatch(r -> r.contains("value-missing"));
        assertThat(read.responses()).hasSize(2);
        assertThat(ReadAll.unreadable(read.responses().get(0))).containsExactly("U4");
        assertThat(read.published())
                .allMatch(p -> p.ikm() == null && p.elements().isEmpty());
    }

    @Test
    void anEmptyTextThatAFormulaGaveIsBlankAndAnErrorIsRejected() throws IOException {
        Sheet log = sheet(
                "Log",
                HEAD,
                "K-1|B276|1|Kepala UKPBJ|P-01|2026-11-20 08:00|=IF(1=1,\"\",\"x\")||",
                "K-2|B276|1|=1/0|P-01|2026-11-20 08:00|2026-11-20 08:30||");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        log.getRow(2).createCell(4).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());

        ReadAll read = read(null);

        assertThat(read.activities()).extracting(ActivityRecord::end).containsExactly(ActivityRecord.RUNNING);
        assertThat(Sample.rejected(read))
                .containsExactlyInAnyOrder("3|pelaksana|#DIV/0!|cell-error", "3|petugas|#N/A|cell-error");
    }

    @Test
    void anActivityMergedOverSeveralRowsIsOneAndItsDocumentsAreJoined() throws IOException {
        Sheet log = sheet(
                "Log",
                "no_berkas|nomor_sop|langkah|mulai|selesai|output|keterangan|petugas",
                "K-1|B276|1|2026-11-20 08:00|2026-11-20 10:30|Disposisi|satu|A",
                "|||||Lampiran 1; Lampiran 2|dua|",
                "|||||Lampiran 3||A",
                "|||2026-11-20 11:00|2026-11-20 11:30|Lain||A",
                "K-2|B276|1|2026-11-20 08:00|||x|A",
                "||||||y|A",
                "K-3|B276|1|2026-11-20 08:00|2026-11-20 10:30|Berita||A",
                "||||||| B");
        for (String column : List.of("A", "B", "C")) {
            merge(log, column + "2:" + column + "5", column + "6:" + column + "7", column + "8:" + column + "9");
        }
        merge(log, "D2:D4", "E2:E4", "D6:D7", "E6:E7", "D8:D9", "E8:E9");

        ReadAll read = read(null);

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(read.activities())
                .extracting(a -> a.caseId() + " " + a.row().number() + " " + a.person() + " " + a.outputs())
                .containsExactly(
                        "K-1 2 A [Disposisi, Lampiran 1, Lampiran 2, Lampiran 3]",
                        "K-1 5 A [Lain]",
                        "K-2 6 A []",
                        "K-3 8 A [Berita]",
                        // Two people are two activities, whatever else is merged.
                        "K-3 9 B []");
        assertThat(read.inputs().get(0).rows()).isEqualTo(5);
    }

    @Test
    void cellsMergedOverColumnsCountForEachButTitlesRemainOne() throws IOException {
        Sheet log = sheet(
                "Log",
                "Unit Kerja||UKPBJ",
                "no_berkas|nomor_sop|langkah|Waktu||output",
                "|||mulai|selesai|",
                "K-1|B276|1|2026-11-20 08:00||x",
                "K-2|B276|1|2026-11-20 08:00||y",
                "|||||z");
        merge(log, "A1:B1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "D4:E4");
        merge(log, "A5:A6", "B5:B6", "C5:C6", "D5:E6");

        ReadAll read = read(null);

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(read.activities())
                .allMatch(a -> a.end() == a.start())
                .extracting(a -> a.caseId() + a.outputs())
                .containsExactly("K-1[x]", "K-2[y, z]");
    }

    @Test
    void whatStandsAroundTheRowsOfALogIsNoLostActivity() throws IOException {
        sheet(
                "Log",
                "Unit Kerja : UKPBJ",
                "No|Berkas|Nomor SOP|Langkah|Pelaksana|Petugas|Mulai|Selesai|Output|Keterangan",
                "||||||(WIB)|(WIB)||",
                "1|K-1|B276|1|Kepala UKPBJ|P-01|2026-03-02 08:00|2026-03-02 08:30||",
                "|Subtotal K-1|||||||",
                "2|K-2|B276|1|Kepala UKPBJ|P-01|2026-03-02 08:00|2026-03-02 08:30||",
                "Jumlah||||||n:2|n:2||2 kegiatan",
                "",
                "Catatan: semua waktu WIB",
                "||||||||Semarang, 3 Maret 2026",
                "|Mengetahui,|||||||Petugas,",
                "|Kepala Dinas|||||||",
                "|Drs. Budi|||||||Rani",
                "|NIP. 1970010119900101|||||||NIP. 19900101");

        ReadAll read = read(null);

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(read.lostActivities()).isEmpty();
        assertThat(read.activities()).extracting(ActivityRecord::unit).containsExactly("UKPBJ", "UKPBJ");
        assertThat(read.inputs().get(0).notes())
                .containsExactly(new InputNote("footnotes-skipped", java.util.Map.of("count", "9", "first", "Log: 3")));
    }

    /** What is left of a record: its case, or a document right below another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "|K-2||||||||",
                "|K-9|||||x|||",
                "||||||||Lampiran|",
                "|||1||||||",
                "||||||2026-13-01 08:00|||",
                "||B276|||||||",
                "|||Menyusun rencana||||||",
                "||||Kepala UKPBJ|||||"
            })
    void aDamagedRowIsNotTakenForARemark(String damaged) throws IOException {
        sheet(
                "Log",
                "No|Berkas|Nomor SOP|Langkah|Pelaksana|Petugas|Mulai|Selesai|Output|Keterangan",
                "1|K-1|B276|1|Kepala UKPBJ|P-01|2026-03-02 08:00|2026-03-02 08:30||",
                damaged,
                "2|K-2|B276|1|Kepala UKPBJ|P-01|2026-03-02 08:00|2026-03-02 08:30||");

        ReadAll read = read(null);

        assertThat(read.lostActivities()).hasSize(1);
        assertThat(read.activities()).hasSize(2);
    }

    @Test
    void aTableBelowALogIsReadByItsOwnHeader() throws IOException {
        sheet(
                "Log",
                "Log Maret",
                HEAD,
                "K-1|B276|1|Kepala UKPBJ|P-01|2026-03-02 08:00|2026-03-02 08:30|x",
                HEAD,
                "K-2|B276|1|Kepala UKPBJ|P-01|2026-03-02 08:00|2026-03-02 08:30|x",
                "",
                "Log April",
                "Unit Kerja : Dinas Y",
                "no_berkas|nomor_sop|langkah|selesai|mulai",
                "K-3|B276|1|2026-04-02 08:30|2026-04-02 08:00",
                "",
                "UNIT PELAYANAN : X",
                "Periode : Semester I 2025",
                "NO. RES|U1|U2|U3|U4",
                "1|4|4|4|4");

        ReadAll read = read(null);

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(read.activities())
                .extracting(a -> a.caseId() + " " + a.unit() + " " + (a.end() - a.start()) / 60_000)
                .containsExactly("K-1 null 30", "K-2 null 30", "K-3 Dinas Y 30");
        assertThat(read.responses()).extracting(r -> r.survey().unit()).containsExactly("X");
    }

    @Test
    void aTableWithUnknownHeadersIsRejectedBesideOneThatIsReadAndInstructionsAreNot() throws IOException {
        sheet("Log", HEAD, "K-1|B276|1|Kepala UKPBJ|P-01|2026-03-02 08:00|2026-03-02 08:30|x");
        sheet("April", "Nomor Perkara|Prosedur|Proses|Dimulai|Rampung", "K-2|B276|1|2026-11-20 08:00|20/11/2026 15.30");
        String question =
                "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?";
        String answers = "2026-03-0%d 10:00|Warga %d|4|3|4";
        sheet(
                "Kuesioner",
                "Timestamp|Nama|" + question + "|" + question + "|" + question,
                answers.formatted(1, 1),
                answers.formatted(2, 2),
                answers.formatted(3, 3));
        sheet("Petunjuk", "Kolom|Isi|Contoh", "mulai|waktu mulai|2026-11-20 08:00", "selesai|waktu selesai|");
        sheet("Rekap", "Total|2", "Terlambat|1", "Rerata|3,5");
        sheet("Daftar", "Pelaksana|Keputusan|Langkah", "Kepala|setuju|Satu", "Tim|revisi|Dua");

        ReadAll read = read(null);

        assertThat(read.rejected())
                .extracting(RejectedRow::sheet, RejectedRow::reason)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("April", "table-unrecognised"),
                        org.assertj.core.api.Assertions.tuple("Kuesioner", "table-unrecognised"));
        assertThat(read.inputs().get(0).notes())
                .hasSize(3)
                .allMatch(n -> n.key().equals("sheet-skipped"));
    }

    @Test
    void timesMayBeSerialNumbersOrStandInTwoColumns() throws IOException {
        sheet(
                "A",
                "no_berkas|nomor_sop|langkah|mulai|selesai",
                "K-1|B276|1|n:46346.333333|=DATE(2026,11,20)+TIME(8,30,0)",
                "K-2|B276|1|46346,333333|3 Desember 2026 09:00",
                "K-3|B276|1|n:12|");
        sheet(
                "B",
                "no_berkas|nomor_sop|langkah|Tanggal Mulai|Jam Mulai|Jam Selesai|Tanggal Selesai",
                "K-4|B276|1|20/11/2026|08:00|08.30|2026-11-20",
                "K-5|B276|1|20 November 2026||08.30|2026-11-20");
        Sheet split = sheet(
                "C",
                "No Berkas|Nomor SOP|Langkah|Mulai||Selesai|",
                "|||Tanggal|Jam|Tanggal|Jam",
                "K-6|B276|1|2026-11-20|08:00|2026-11-20|08:30");
        merge(split, "A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

        ReadAll read = read(null);

        assertThat(Sample.rejected(read))
                .containsExactly("4|mulai|12|time-unreadable", "3|Tanggal Mulai|20 November 2026|time-without-clock");
        assertThat(read.activities())
                .extracting(a -> a.caseId() + " "
                        + java.time.Instant.ofEpochMilli(a.start())
                                .atZone(Sample.JAKARTA)
                                .toLocalDateTime())
                .containsExactly(
                        "K-1 2026-11-20T08:00", "K-2 2026-11-20T08:00", "K-4 2026-11-20T08:00", "K-6 2026-11-20T08:00");
        assertThat(read.activities())
                .extracting(a -> (a.end() - a.start()) / 60_000)
                .containsExactly(30L, 13 * 24 * 60 + 60L, 30L, 30L);
    }

    /** A sheet whose rows are lists of texts; those beginning with an equals sign are formulas. */
    private Sheet sheet(String name, String... rows) {
        Sheet sheet = workbook.createSheet(name);
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(i);
            String[] cells = rows[i].split("\\|");
            for (int c = 0; c < cells.length; c++) {
                if (cells[c].startsWith("=")) {
                    row.createCell(c).setCellFormula(cells[c].substring(1));
                } else if (cells[c].startsWith("n:")) {
                    row.createCell(c).setCellValue(Double.parseDouble(cells[c].substring(2)));
                } else if (!cells[c].isEmpty()) {
                    row.createCell(c).setCellValue(cells[c]);
                }
            }
        }
        return sheet;
    }

    private static void merge(Sheet sheet, String... regions) {
        List.of(regions).forEach(r -> sheet.addMergedRegion(CellRangeAddress.valueOf(r)));
    }

    /** @param formulaEnd what is to stand behind formulas without a value; null as it is written */
    private ReadAll read(String formulaEnd) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        byte[] file = bytes.toByteArray();
        if (formulaEnd != null) {
            file = replaced(file, formulaEnd);
        }
        return Sample.in(folder).file("a.xlsx", file).read();
    }

    private static byte[] replaced(byte[] file, String formulaEnd) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = in.readAllBytes();
                out.write(
                        entry.getName().contains("sheets/sheet")
                                ? new String(part, StandardCharsets.UTF_8)
                                        .replace("</f></c>", formulaEnd)
                                        .getBytes(StandardCharsets.UTF_8)
                                : part);
            }
        }
        return changed.toByteArray();
    }
}
