package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The user's own workbook comes back with its faults marked, and otherwise as it was. */
class AnnotateTest {

    private static final String ATTACK = "=HYPERLINK(\"http://x\")";

    @TempDir
    Path folder;

    private Path workbook;
    private Path copy;

    @BeforeEach
    void writeALog() throws IOException {
        workbook = folder.resolve("log.xlsx");
        copy = folder.resolve("copy.xlsx");
        List<List<String>> rows = List.of(
                List.of("Log Kegiatan"),
                List.of("no_berkas", "nomor_sop", "langkah", "pelaksana", "mulai", "selesai"),
                List.of("A", "B276", "1", "Kepala UKPBJ", "2026-03-02 09:00", "2026-03-02 11:00"),
                List.of(ATTACK, "B276", "1", "Kepala UKPBJ", "2026-03-02 09:00", "2026-03-02 12:00"),
                List.of("B", "B276", "1", "Kepala UKPBJ", "kemarin", "2026-03-02 09:10"));
        try (XSSFWorkbook log = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(workbook)) {
            Sheet sheet = log.createSheet("Log");
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                for (int k = 0; k < rows.get(i).size(); k++) {
                    row.createCell(k).setCellValue(rows.get(i).get(k));
                }
            }
            log.write(out);
        }
    }

    @Test
    void marksWhatTheReportPointsAtAndNothingElse() throws IOException {
        JsonNode report = check(workbook, "--annotate", copy.toString());

        Set<String> expected = new TreeSet<>(Set.of("E5"));
        report.get("violations").forEach(v -> v.get("evidence").forEach(e -> expected.add(column(e) + e.get("row"))));
        try (XSSFWorkbook before = open(workbook);
                XSSFWorkbook after = open(copy)) {
            assertThat(after.getSheetName(0)).isEqualTo("patuh");
            Sheet log = after.getSheet("Log");
            Set<String> marked = new TreeSet<>();
            for (Row row : log) {
                for (Cell cell : row) {
                    Cell old = before.getSheet("Log").getRow(cell.getRowIndex()).getCell(cell.getColumnIndex());
                    assertThat(cell.toString()).isEqualTo(old == null ? "" : old.toString());
                    if (cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
                        marked.add(cell.getAddress().formatAsString());
                        assertThat(cell.getCellComment()).isNotNull();
                    } else {
                        assertThat(cell.getCellComment()).isNull();
                    }
                }
            }
            assertThat(marked).isEqualTo(expected).contains("F3", "F4");
            assertThat(log.getRow(2).getCell(5).getCellComment().getString().getString())
                    .contains(
                            "step-late (mayor)",
                            "Seharusnya: 2026-03-02 10:00",
                            "Nyatanya: 2026-03-02 11:00",
                            "Dasar: SOP B276");
            assertThat(log.getRow(4).getCell(4).getCellComment().getString().getString())
                    .startsWith("Ditolak: Nilainya bukan tanggal");
        }
    }

    @Test
    void listsEveryFindingInFrontAndWritesNoFormula() throws IOException {
        JsonNode report = check(workbook, "--annotate", copy.toString());

        int attacks = 0;
        try (XSSFWorkbook after = open(copy)) {
            Sheet summary = after.getSheetAt(0);
            for (Row row : summary) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    if (cell.getStringCellValue().startsWith("=")) {
                        attacks++;
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                }
            }
            int listed = report.get("violations").size()
                    + report.get("rejected").size()
                    + report.get("notEvaluated").size();
            assertThat(summary.getRow(0).getCell(0).getStringCellValue()).isEqualTo(workbook.toString());
            assertThat(summary.getRow(4).getCell(0).getStringCellValue())
                    .startsWith("ADA PELANGGARAN; TIDAK LENGKAP: ");
            assertThat(summary.getRow(6).getCell(0).getStringCellValue()).isEqualTo("Keparahan");
            assertThat(summary.getLastRowNum()).isEqualTo(6 + listed);
        }
        assertThat(attacks).isPositive();
    }

    @Test
    void keepsTheUsersOwnComments() throws IOException {
        try (XSSFWorkbook own = open(workbook)) {
            Sheet log = own.getSheet("Log");
            for (String at : List.of("F3", "G3", "F2", "F5", "E5", "F4")) {
                CellAddress address = new CellAddress(at);
                ClientAnchor anchor = own.getCreationHelper().createClientAnchor();
                anchor.setCol1(address.getColumn());
                anchor.setRow1(address.getRow());
                Comment comment = log.createDrawingPatriarch().createCellComment(anchor);
                comment.setString(own.getCreationHelper().createRichTextString("Own " + at));
            }
            try (OutputStream out = Files.newOutputStream(folder.resolve("own.xlsx"))) {
                own.write(out);
            }
        }
        check(folder.resolve("own.xlsx"), "--annotate", copy.toString());

        try (XSSFWorkbook after = open(copy)) {
            Sheet log = after.getSheet("Log");
            for (String at : List.of("G3", "F2", "F5")) {
                assertThat(text(log, at)).isEqualTo("Own " + at);
            }
            assertThat(text(log, "F3")).startsWith("Own F3").contains("step-late");
            assertThat(text(log, "F4")).startsWith("Own F4").contains("step-late");
            assertThat(text(log, "E5")).startsWith("Own E5").contains("Ditolak");
        }
    }

    private static String text(Sheet sheet, String cell) {
        return sheet.getCellComment(new CellAddress(cell)).getString().getString();
    }

    @Test
    void theCopyIsCheckedLikeTheOriginal() {
        JsonNode original = check(workbook, "--annotate", copy.toString());
        JsonNode again = check(copy);

        assertThat(again.get("violations").findValuesAsString("fingerprint"))
                .isEqualTo(original.get("violations").findValuesAsString("fingerprint"));
        assertThat(again.get("inputs").get(0).get("notes").get(0).asString()).contains("patuh");
    }

    @Test
    void refusesWhatItCannotCopy() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "case,sop,step,start\n1,B276,1,2026-03-02 09:00\n");

        assertThat(patuh("check", log.toString(), "--annotate", copy.toString()).exitCode())
                .isEqualTo(ExitCode.USAGE);
        CommandLineRun same = patuh("check", workbook.toString(), "--annotate", workbook.toString());
        assertThat(same.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(same.err()).contains("sebutkan berkas lain");
        assertThat(copy).doesNotExist();
    }

    private static JsonNode check(Path file, String... more) {
        String[] arguments = new String[more.length + 6];
        System.arraycopy(
                new String[] {"check", file.toString(), "--as-of", "2026-11-20", "--format", "json"},
                0,
                arguments,
                0,
                6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return JsonMapper.shared().readTree(patuh(arguments).out());
    }

    private static String column(JsonNode evidence) {
        List<String> headers = List.of("no_berkas", "nomor_sop", "langkah", "pelaksana", "mulai", "selesai");
        String header = evidence.get("column").asString("");
        return "ABCDEF".substring(Math.max(headers.indexOf(header), 0), Math.max(headers.indexOf(header), 0) + 1);
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}
