package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.formats.StrictWorkbook;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.skm.Period;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import id.patuh.sop.ActivityRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as offices keep them: letterheads, merged headers, dates in every form, several tables. */
class WorkbookTest {

    @TempDir
    Path folder;

    private Workbook workbook;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "xlsx.gz", "strict.xlsx"})
    void readsALogBelowALetterhead(String ending) throws IOException {
        begin(ending);
        Sheet sheet = workbook.createSheet("Log Kegiatan");
        row(sheet, 0, "PEMERINTAH KOTA X");
        row(sheet, 1, "Log Kegiatan, Tahun 2025");
        row(sheet, 3, "No", "No. Berkas", "Nomor SOP", "Langkah", "Pelaksana", "Mulai", "Selesai", "Keputusan");
        row(sheet, 4, "1", "2", "3", "4", "5", "6", "7", "8");
        Row first = row(sheet, 5, 1, 2025001, "B276", 1, "Kepala UKPBJ");
        date(first, 5, LocalDateTime.of(2025, 3, 26, 9, 0), "dd/mm/yyyy hh:mm");
        first.createCell(6).setCellFormula("F6+TIME(0,29,0)");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        first.getCell(6).setCellStyle(first.getCell(5).getCellStyle());
        Row second = row(
                sheet, 6, 2, "2025001", "B276", "2.", "Tim", "26/03/2025 10.00", "2025-03-26T11:00:00+08:00", "setuju");
        second.setZeroHeight(true);
        row(sheet, 7, 3, 2025001, "B276", 3, "Tim");
        sheet.getRow(7).createCell(5).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
        sheet.getRow(7).createCell(1);
        sheet.getRow(7).getCell(1).setBlank();
        sheet.addMergedRegion(new CellRangeAddress(5, 8, 1, 1));
        row(sheet, 8, 4, "", "B276", 3, "Tim", "27/03/2025 08:00");
        workbook.createSheet("Kosong");
        row(workbook.createSheet("Petunjuk"), 0, "Isilah lembar Log Kegiatan.");
        workbook.setSheetHidden(0, true);
        workbook.setActiveSheet(1);

        ReadAll read = read(ending);

        assertThat(Sample.rejected(read)).containsExactly("8|Mulai|#REF!|cell-error");
        assertThat(read.rejected()).extracting(RejectedRow::sheet).containsOnly("Log Kegiatan");
        assertThat(read.activities())
                .extracting(
                        ActivityRecord::caseId,
                        ActivityRecord::step,
                        a -> Instant.ofEpochMilli(a.start()),
                        a -> a.row().number())
                .containsExactly(
                        tuple("2025001", "1", Instant.parse("2025-03-26T02:00:00Z"), 6),
                        tuple("2025001", "2", Instant.parse("2025-03-26T03:00:00Z"), 7),
                        tuple("2025001", "3", Instant.parse("2025-03-27T01:00:00Z"), 9));
        assertThat(read.activities().subList(0, 2))
                .extracting(a -> Instant.ofEpochMilli(a.end()))
                .containsExactly(Instant.parse("2025-03-26T02:29:00Z"), Instant.parse("2025-03-26T03:00:00Z"));
        assertThat(read.activities().get(0).row().cell("start").sheet()).isEqualTo("Log Kegiatan");
        assertThat(read.activities().get(0).row().cell("start").column()).isEqualTo("Mulai");
        assertThat(read.inputs().get(0).notes())
                .extracting(InputNote::key)
                .containsExactlyInAnyOrder("sheet-hidden", "rows-hidden", "sheet-skipped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void readsTheOfficialMatrixAsResponsesAndAsPublishedResult(String ending) throws IOException {
        begin(ending);
        Sheet sheet = workbook.createSheet("Olah Data");
        row(sheet, 0, "PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT");
        row(sheet, 1, "UNIT PELAYANAN", ":", "Dinas X");
        row(sheet, 2, "PERIODE : Januari - Juni 2025");
        row(sheet, 4, "NO. RESP", "NILAI UNSUR PELAYANAN");
        row(sheet, 5, "", "U1", "U2", "U3", "U4");
        sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 0));
        sheet.addMergedRegion(new CellRangeAddress(4, 4, 1, 4));
        row(sheet, 6, 1, 3, 4, 3, 4);
        row(sheet, 7, 2, 4, 4, 3, 3);
        row(sheet, 8, 3, 3, 3, 3, 3);
        Row sum = row(sheet, 9, "ΣNilai/Unsur");
        Row mean = row(sheet, 10, "NRR/Unsur");
        for (int i = 1; i <= 4; i++) {
            String column = "BCDE".substring(i - 1, i);
            sum.createCell(i).setCellFormula("SUM(" + column + "7:" + column + "9)");
            mean.createCell(i).setCellFormula(column + "10/3");
        }
        row(sheet, 11, "NRR tertbg/unsur", 0.833, 0.917, 0.75, 0.833, "*) 3,333");
        row(sheet, 12, "IKM Unit Pelayanan", "", "", "", "", "**) 83,33");
        row(sheet, 13, "Mutu Pelayanan : B (Baik)");
        row(sheet, 14, "Keterangan :");
        row(sheet, 15, "U1 s.d. U4", "= Unsur pelayanan");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

        ReadAll read = read(ending);

        assertThat(Sample.rejected(read)).isEmpty();
        assertThat(read.responses()).hasSize(3).allSatisfy(r -> {
            assertThat(r.survey().unit()).isEqualTo("Dinas X");
            assertThat(r.survey().period())
                    .isEqualTo(new Period(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-06-30")));
        });
        assertThat(read.responses()).extracting(ResponseRecord::respondent).containsExactly("1", "2", "3");
        PublishedResult result = read.published().get(0);
        assertThat(result.ikm()).isEqualTo(new BigDecimal("83.33"));
        assertThat(result.grade()).isEqualTo("B");
        assertThat(result.elements())
                .extracting(e -> e.label().key(), PublishedResult.Element::mean, PublishedResult.Element::weighted)
                .containsExactly(
                        tuple("U1", new BigDecimal("3.333333"), new BigDecimal("0.833")),
                        tuple("U2", new BigDecimal("3.666667"), new BigDecimal("0.917")),
                        tuple("U3", new BigDecimal("3"), new BigDecimal("0.75")),
                        tuple("U4", new BigDecimal("3.333333"), new BigDecimal("0.833")));
        assertThat(result.elements().get(0).row().cell("mean").row()).isEqualTo(11);
        assertThat(result.row().number()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void readsAFollowUpFromItsTables(String ending) throws IOException {
        begin(ending);
        Sheet plan = workbook.createSheet("Rencana");
        row(plan, 0, "Unit Kerja", "UKPBJ");
        row(plan, 1, "Periode", "Semester I 2025");
        row(plan, 2, "Tanggal laporan", "Juli 2025");
        row(plan, 4, "No.", "Prioritas Unsur", "Program / Kegiatan", "Waktu", "", "", "", "Penanggung Jawab");
        row(plan, 5, "", "", "", "TW I", "TW II", "TW III", "TW IV", "");
        row(plan, 6, 1, "Waktu Penyelesaian", "- Sosialisasi", "√", "v", "", "", "Kabag");
        row(plan, 7, "", "", "Penambahan petugas", "", "", "x", "", "");
        row(plan, 8, 2, "Persyaratan", "Simplifikasi", "", "", "", "Februari", "Kabag");
        Sheet done = workbook.createSheet("Realisasi");
        row(
                done,
                0,
                "No",
                "Rencana Tindak Lanjut",
                "Apakah RTL Telah Ditindaklanjuti (Sudah/Belum)",
                "Deskripsi",
                "Dokumentasi Kegiatan",
                "Tantangan/ Hambatan");
        row(done, 1, 1, "Sosialisasi", "Sudah", "dua kali", "foto; notula", "");
        row(done, 2, 2, "Simplifikasi", "Entah", "", "", "");
        row(done, 4, "No", "RTL", "Strategi Penyelesaian", "Target Waktu", "Penanggung Jawab", "Stakeholder Terkait");
        row(done, 5, 1, "Penambahan petugas", "Mutasi", "2 bulan", "Kabag", "BKD");

        ReadAll read = read(ending);

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "9|TW IV|Februari|tick-unreadable",
                        "3|Apakah RTL Telah Ditindaklanjuti (Sudah/Belum)|Entah|done-unreadable");
        FollowUpRecord report = read.followUps().get(0);
        assertThat(report.unit()).isEqualTo("UKPBJ");
        assertThat(report.period()).isEqualTo(new Period(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-06-30")));
        assertThat(report.signedUntil()).isEqualTo(LocalDate.parse("2025-07-31"));
        assertThat(report.lost()).isEqualTo(new FollowUpRecord.Lost(0, 1, 0));
        assertThat(report.plan())
                .extracting(PlanItem::id, PlanItem::element, PlanItem::activity, PlanItem::quarters, PlanItem::owner)
                .containsExactly(
                        tuple(
                                "1a",
                                "Waktu Penyelesaian",
                                "Sosialisasi",
                                List.of(new Quarter(1, null), new Quarter(2, null)),
                                "Kabag"),
                        tuple("1b", "Waktu Penyelesaian", "Penambahan petugas", List.of(new Quarter(3, null)), null),
                        tuple("2", "Persyaratan", "Simplifikasi", null, "Kabag"));
        assertThat(report.realisations())
                .extracting(Realisation::activity, Realisation::done, Realisation::evidence)
                .containsExactly(tuple("Sosialisasi", true, List.of("foto", "notula")));
        assertThat(report.open()).extracting(FollowUpRecord.OpenItem::strategy).containsExactly("Mutasi");
    }

    private void begin(String ending) {
        workbook = ending.contains("xlsx") ? new XSSFWorkbook() : new HSSFWorkbook();
    }

    private ReadAll read(String ending) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        workbook.close();
        byte[] file = switch (ending) {
            case "xlsx.gz" -> Sample.gzip(bytes.toByteArray());
            case "strict.xlsx" -> StrictWorkbook.of(bytes.toByteArray());
            default -> bytes.toByteArray();
        };
        return Sample.in(folder).file("a." + ending, file).read();
    }

    private static Row row(Sheet sheet, int index, Object... values) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (!values[i].equals("")) {
                row.createCell(i).setCellValue(values[i].toString());
            }
        }
        return row;
    }

    private void date(Row row, int column, LocalDateTime at, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        Cell cell = row.createCell(column);
        cell.setCellValue(at);
        cell.setCellStyle(style);
    }
}
