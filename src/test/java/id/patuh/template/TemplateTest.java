package id.patuh.template;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.intake.InputNote;
import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.intake.RejectedRow;
import id.patuh.report.Language;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.OpenItem;
import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.skm.Period;
import id.patuh.skm.SurveyHeader;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Sop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Templates filled in as a user would are read without a mapping, and their example rows are never data. */
class TemplateTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Sop B276 = RULES.sops().find("B276", DAY).orElseThrow();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @TempDir
    private Path folder;

    private XSSFWorkbook workbook;

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLogFilledInIsRead(Language language) throws IOException {
        open(TemplateKind.ACTIVITY_LOG, B276, language);
        Sheet sheet = workbook.getSheet("Log Kegiatan");
        int row = rowBelow(sheet, "Contoh (example)");
        fill(sheet, row, "No. Berkas", "SKM-01", "Nomor SOP", "B276", "Langkah", 3, "Pelaksana", "Kepala UKPBJ");
        fill(sheet, row, "Petugas", "P-01", "Mulai", LocalDateTime.of(2026, 3, 2, 9, 0), "Output", "disposisi; notula");
        fill(sheet, row, "Selesai", LocalDateTime.of(2026, 3, 2, 9, 40), "Unit Kerja", "UKPBJ");
        fill(sheet, row, "Keputusan", choices(sheet, "Keputusan").get(1), "Keterangan", "=1+1");

        ReadAll read = read();

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities())
                .extracting(
                        ActivityRecord::caseId,
                        ActivityRecord::sop,
                        ActivityRecord::step,
                        ActivityRecord::role,
                        ActivityRecord::person,
                        a -> Instant.ofEpochMilli(a.start()),
                        a -> Instant.ofEpochMilli(a.end()),
                        ActivityRecord::outputs,
                        ActivityRecord::decision,
                        ActivityRecord::unit)
                .containsExactly(tuple(
                        "SKM-01",
                        "B276",
                        "3",
                        "Kepala UKPBJ",
                        "P-01",
                        Instant.parse("2026-03-02T02:00:00Z"),
                        Instant.parse("2026-03-02T02:40:00Z"),
                        List.of("disposisi", "notula"),
                        ActivityRecord.Outcome.REVISE,
                        "UKPBJ"));
        assertThat(read.activities().get(0).row().value("note")).isEqualTo("=1+1");
        assertThat(notes(read)).containsExactly("example-skipped", "sheet-skipped", "sheet-skipped");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSurveyFilledInIsRead(Language language) throws IOException {
        open(TemplateKind.SURVEY, B276, language);
        Sheet sheet = workbook.getSheet("Jawaban Survei");
        beside(sheet, "Survei (survey)", "SKM 2026");
        beside(sheet, "Unit Kerja (unit)", "UKPBJ");
        beside(sheet, "Layanan (service)", "LPSE");
        beside(sheet, "Periode Mulai (period start)", LocalDate.of(2026, 1, 1));
        beside(sheet, "Periode Selesai (period end)", LocalDate.of(2026, 6, 30));
        beside(sheet, "Populasi (population)", 120);
        int row = rowBelow(sheet, "Contoh (example)");
        for (int i = 0; i < 2; i++) {
            fill(
                    sheet,
                    row + i,
                    "Responden",
                    "R" + i,
                    "Kelompok",
                    choices(sheet, "Kelompok").get(i));
            for (int u = 1; u <= 9; u++) {
                if (i == 0 || u != 2) {
                    fill(sheet, row + i, "U" + u, 3 + (u + i) % 2);
                }
            }
        }

        ReadAll read = read();

        assertThat(read.rejected()).isEmpty();
        assertThat(read.responses()).hasSize(2).allSatisfy(r -> {
            SurveyHeader survey = r.survey();
            assertThat(List.of(survey.id(), survey.unit(), survey.service(), survey.sop()))
                    .containsExactly("SKM 2026", "UKPBJ", "LPSE", "B276");
            assertThat(survey.period())
                    .isEqualTo(new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-06-30")));
            assertThat(survey.population()).isEqualTo(120);
            assertThat(RULES.regulations().find(survey.regulation()))
                    .isEqualTo(RULES.regulations().inForceOn(DAY));
        });
        assertThat(read.responses())
                .extracting("respondent", "group")
                .containsExactly(tuple("R0", "PPK"), tuple("R1", "PP"));
        List<String> names = RULES.regulations().inForceOn(DAY).orElseThrow().unsur().stream()
                .map(u -> u.name())
                .toList();
        assertThat(read.responses().get(0).survey().unsurKeys())
                .extracting(label -> label.name())
                .isEqualTo(names);
        assertThat(ReadAll.scores(read.responses().get(0)).values().stream().flatMap(List::stream))
                .containsOnly(new BigDecimal("3"), new BigDecimal("4"))
                .hasSize(9);
        assertThat(ReadAll.scores(read.responses().get(1)).values().stream().flatMap(List::stream))
                .hasSize(8);
        assertThat(notes(read)).containsExactly("example-skipped", "sheet-skipped", "sheet-skipped");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFollowUpFilledInIsRead(Language language) throws IOException {
        open(TemplateKind.FOLLOW_UP, null, language);
        Sheet plan = workbook.getSheet("Rencana");
        beside(plan, "Survei (survey)", "SKM 2026");
        beside(plan, "Unit Kerja (unit)", "UKPBJ");
        beside(plan, "Periode (period)", "Semester I 2026");
        beside(plan, "Tanggal Laporan (signed on)", LocalDate.of(2026, 7, 3));
        beside(plan, "Persentase Tindak Lanjut (claimed percent)", 2.0 / 3);
        int row = rowBelow(plan, "Contoh (example)");
        fill(plan, row, "No", 1, "Prioritas Unsur", "Waktu Penyelesaian", "Program/Kegiatan", "Menambah loket");
        fill(plan, row, "TW I", "\u221a", "TW IV", "\u221a", "Penanggung Jawab", "Kabag");
        fill(plan, row + 1, "No", 2, "Prioritas Unsur", "Persyaratan", "Program/Kegiatan", "Menyederhanakan syarat");
        Sheet done = workbook.getSheet("Realisasi");
        int reported = rowBelow(done, "Contoh (example)");
        fill(
                done,
                reported,
                "RTL",
                "Menambah loket",
                "Sudah/Belum",
                choices(done, "Sudah/Belum").get(0));
        fill(done, reported, "Dokumentasi Kegiatan", "foto; notula", "Deskripsi", "-", "Tantangan/Hambatan", "-");

        ReadAll read = read();

        assertThat(read.rejected()).isEmpty();
        FollowUpRecord report = read.followUps().get(0);
        assertThat(List.of(report.survey(), report.unit())).containsExactly("SKM 2026", "UKPBJ");
        assertThat(report.period()).isEqualTo(new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-06-30")));
        assertThat(List.of(report.signedFrom(), report.signedUntil())).containsOnly(LocalDate.parse("2026-07-03"));
        assertThat(report.claimedPercent()).isEqualTo(new BigDecimal("66.666667"));
        assertThat(report.plan())
                .extracting(PlanItem::id, PlanItem::element, PlanItem::activity, PlanItem::quarters, PlanItem::owner)
                .containsExactly(
                        tuple(
                                "1",
                                "Waktu Penyelesaian",
                                "Menambah loket",
                                List.of(new Quarter(1, null), new Quarter(4, null)),
                                "Kabag"),
                        tuple("2", "Persyaratan", "Menyederhanakan syarat", List.of(), null));
        assertThat(report.realisations())
                .extracting(Realisation::activity, Realisation::done, Realisation::evidence)
                .containsExactly(tuple("Menambah loket", true, List.of("foto", "notula")));
        assertThat(report.open()).isEmpty();
        assertThat(notes(read))
                .containsExactlyInAnyOrder(
                        "example-skipped",
                        "example-skipped",
                        "example-skipped",
                        "sheet-empty",
                        "sheet-skipped",
                        "sheet-skipped");

        fill(workbook.getSheet("Belum Selesai"), 4, "RTL", "Menyederhanakan syarat", "Strategi Penyelesaian", "Rapat");
        assertThat(read().followUps().get(0).open())
                .extracting(OpenItem::activity, OpenItem::strategy)
                .containsExactly(tuple("Menyederhanakan syarat", "Rapat"));
    }

    @ParameterizedTest
    @EnumSource(value = TemplateKind.class, names = "SOP", mode = EnumSource.Mode.EXCLUDE)
    void aTemplateNotFilledInHoldsNothing(TemplateKind kind) throws IOException {
        open(kind, null, Language.ID);

        ReadAll read = read();

        assertThat(read.activities()).isEmpty();
        assertThat(read.responses()).isEmpty();
        assertThat(read.followUps()).allSatisfy(f -> assertThat(f.plan()).isEmpty());
        assertThat(read.rejected()).extracting(RejectedRow::reason).containsOnly("rows-none");
        for (int i = 0; i < workbook.getNumberOfSheets() - 2; i++) {
            Sheet sheet = workbook.getSheetAt(i);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getCellComments()).isNotEmpty();
        }
    }

    @Test
    void stepsRolesAndGroupsAreThoseOfTheSop() throws IOException {
        open(TemplateKind.ACTIVITY_LOG, B276, Language.ID);
        Sheet log = workbook.getSheet("Log Kegiatan");
        assertThat(choices(log, "Langkah"))
                .isEqualTo(IntStream.rangeClosed(1, 11)
                        .mapToObj(n -> (Object) (double) n)
                        .toList());
        assertThat(choices(log, "Pelaksana")).isEqualTo(B276.roles());
        assertThat(choices(log, "Keputusan")).containsExactly("setuju", "perlu perbaikan");

        open(TemplateKind.SURVEY, B276, Language.ID);
        Sheet survey = workbook.getSheet("Jawaban Survei");
        assertThat(choices(survey, "Kelompok")).isEqualTo(B276.survey().groups());
        assertThat(choices(survey, "U9")).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    private void open(TemplateKind kind, Sop sop, Language language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        kind.write(new TemplateRequest(RULES, sop, DAY, language), bytes);
        workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private ReadAll read() throws IOException {
        Path file = folder.resolve("filled.xlsx");
        try (OutputStream to = Files.newOutputStream(file)) {
            workbook.write(to);
        }
        return ReadAll.by(
                new Intake(new Intake.Options(JAKARTA, null, null), RULES.regulations(), RULES.sops()),
                List.of(file.toString()),
                InputStream.nullInputStream());
    }

    private static List<String> notes(ReadAll read) {
        return read.inputs().stream()
                .flatMap(i -> i.notes().stream())
                .map(InputNote::key)
                .toList();
    }

    /** Fills cells of a row, each found by how its column's header begins. */
    private static void fill(Sheet sheet, int row, Object... headersAndValues) {
        for (int i = 0; i < headersAndValues.length; i += 2) {
            int column = header(sheet, (String) headersAndValues[i]).getColumnIndex();
            set(sheet.getRow(row).getCell(column), headersAndValues[i + 1]);
        }
    }

    private static void beside(Sheet sheet, String label, Object value) {
        set(sheet.getRow(header(sheet, label).getRowIndex()).getCell(2), value);
    }

    private static void set(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else {
            cell.setCellValue((String) value);
        }
    }

    private static int rowBelow(Sheet sheet, String text) {
        return header(sheet, text).getRowIndex() + 1;
    }

    private static Cell header(Sheet sheet, String start) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                String text = cell.toString();
                if (text.equals(start) || text.startsWith(start + "\n")) {
                    return cell;
                }
            }
        }
        throw new AssertionError("no cell " + start + " on " + sheet.getSheetName());
    }

    /** What may be chosen in the first cell to be filled in below a header. */
    private List<Object> choices(Sheet sheet, String header) {
        int row = rowBelow(sheet, "Contoh (example)");
        int column = header(sheet, header).getColumnIndex();
        DataValidation validation = sheet.getDataValidations().stream()
                .filter(v -> v.getRegions().getCellRangeAddresses()[0].isInRange(row, column))
                .findFirst()
                .orElseThrow();
        AreaReference area =
                new AreaReference(validation.getValidationConstraint().getFormula1(), SpreadsheetVersion.EXCEL2007);
        return java.util.Arrays.stream(area.getAllReferencedCells())
                .map(this::value)
                .toList();
    }

    private Object value(CellReference at) {
        Cell cell = workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
        return switch (cell.getCellType()) {
            case NUMERIC -> cell.getNumericCellValue();
            default -> cell.getStringCellValue();
        };
    }
}
