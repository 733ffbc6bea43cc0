package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code patuh map} writes, {@code patuh check --mapping} reads as it stands. */
class MapCommandTest {

    private static final Path NATIVE = Path.of("sample-data/padang/violations.csv");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static List<String> natively;

    @BeforeAll
    static void checkTheNativeLog() {
        natively = violations(check(NATIVE.toString()));
    }

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            disco  | Case ID, sop, Activity, Role, Resource, Start Timestamp, Complete Timestamp, inputs, outputs, decision, Variant | MM/dd/yyyy hh:mm a
            pm4py  | case:concept:name, Nomor SOP, concept:name, org:role, org:resource, start_timestamp, time:timestamp, Kelengkapan, Output, Keputusan, case:unit | yyyy-MM-dd HH:mm:ss.000000'+07:00'
            celonis| _CASE_KEY, SOP, ACTIVITY_EN, ROLE, USER_NAME, STARTTIME, ENDTIME, Inputs, Outputs, Decision, _SORTING | dd.MM.yyyy HH:mm
            kantor | No. Tiket, No. SOP, Nama Kegiatan, Jabatan, Nama Petugas, Tgl. Masuk, Tgl. Selesai, Kelengkapan, Hasil, Putusan, Kanal | d MMMM yyyy HH.mm
            """)
    void aForeignLogGivesTheViolationsOfTheNativeOne(String name, String headers, String pattern) throws IOException {
        Path log = folder.resolve(name + ".csv");
        UnaryOperator<String> time = text -> text.isEmpty()
                ? ""
                : LocalDateTime.parse(text, MINUTES)
                        .format(DateTimeFormatter.ofPattern(
                                pattern, Locale.forLanguageTag(name.equals("kantor") ? "id" : "en")));
        List<String> lines = new ArrayList<>(List.of("Ekspor", "", headers.replaceAll(", ", ";")));
        for (String[] row : rows()) {
            row[5] = time.apply(row[5]);
            row[6] = time.apply(row[6]);
            row[7] = '"' + row[7] + '"';
            row[8] = '"' + row[8] + '"';
            lines.add(String.join(";", row));
        }
        Files.write(log, lines);

        assertSame(log);
    }

    @Test
    void aWorkbookWithDatesGivesTheViolationsOfTheNativeLog() throws IOException {
        Path log = folder.resolve("log.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(log)) {
            Sheet sheet = book.createSheet("Data");
            book.createSheet("Keterangan").createRow(0).createCell(0).setCellValue("x");
            var date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
            List<String> headers = List.of(
                    "Nomor Tiket",
                    "SOP",
                    "Task",
                    "Role",
                    "User",
                    "Start Date",
                    "Completion Time",
                    "Inputs",
                    "Outputs",
                    "Decision",
                    "Unit Kerja");
            Row head = sheet.createRow(3);
            headers.forEach(h -> head.createCell(headers.indexOf(h)).setCellValue(h));
            for (String[] cells : rows()) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int i = 0; i < cells.length; i++) {
                    if ((i == 5 || i == 6) && !cells[i].isEmpty()) {
                        row.createCell(i).setCellValue(LocalDateTime.parse(cells[i], MINUTES));
                        row.getCell(i).setCellStyle(date);
                    } else {
                        row.createCell(i).setCellValue(cells[i]);
                    }
                }
            }
            book.write(out);
        }

        assertSame(log);
    }

    /** Rows of the native log: case, sop, step, role, person, start, end, inputs, outputs, decision, unit. */
    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(NATIVE).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .peek(row -> assertThat(row).hasSize(11))
                .toList();
    }

    private void assertSame(Path log) throws IOException {
        Path mapping = folder.resolve("mapping.yaml");
        CommandLineRun map = patuh("map", log.toString(), "-o", mapping.toString(), "--lang", "en");
        assertThat(map.exitCode()).as(map.out() + map.err()).isZero();
        JsonNode mapped = check(log.toString(), "--mapping", mapping.toString());
        assertThat(mapped.get("rejected")).as(Files.readString(mapping)).isEmpty();
        assertThat(violations(mapped)).isEqualTo(natively).hasSizeGreaterThan(4);
    }

    /** The unit is part of no export but one; without it the rest must agree. */
    private static List<String> violations(JsonNode report) {
        return report.get("violations")
                .valueStream()
                .map(v -> v.get("rule").asString() + " " + v.get("case").asString() + "/"
                        + v.get("step").asString("") + " " + v.get("expected") + " " + v.get("actual"))
                .sorted()
                .toList();
    }

    private static JsonNode check(String... args) {
        List<String> all = new ArrayList<>(List.of("check", "--as-of", "2026-11-20", "--format", "json"));
        all.addAll(Arrays.asList(args));
        return JsonMapper.shared().readTree(patuh(all.toArray(String[]::new)).out());
    }

    @Test
    void whatReadsNothingYetSaysSo() throws IOException {
        Path log =
                Files.writeString(folder.resolve("a.csv"), "No Tiket;Mulai kerja;Oleh\nA-1;kemarin;Budi\nA-2;x;Rani\n");

        assertThat(patuh("map", log.toString(), "--lang", "en").out())
                .contains("# This draft reads no row yet (rows in all: 2)", "#   2: start The value is required");
        Path nothing = Files.writeString(folder.resolve("b.csv"), "x\n");
        assertThat(patuh("map", nothing.toString(), "--lang", "en").out())
                .contains("#   The content is neither")
                .contains("# There is no table that could be mapped.");
    }

    @Test
    void withoutAFileTheWholeOutputIsTheMapping() throws IOException {
        Path log = Files.writeString(
                folder.resolve("a.csv"),
                "Tiket,Dibuka,Ditutup,Tahap,Putusan\n"
                        + "A-1,01/02/2026 08.30,01/02/2026 09.30,Cetak pengaduan www.lapor.go.id,OK\n"
                        + "A-1,03/02/2026 08.30,kemarin,\"Entah: #apa\",Tolak\n"
                        + "A-2,03/02/2026 08.30,04/02/2026 08.30,Membuat surat pengaduan di www.lapor.go.id,?\n");
        CommandLineRun map = patuh("map", log.toString(), "--sop", "DTKP-34", "--lang", "en");

        assertThat(map.exitCode()).isZero();
        assertThat(map.out())
                .contains("# This draft reads 2 and rejects 1 (rows in all: 3):", "times: [d/M/yyyy H.mm]")
                .contains("# ? Every date could have the day first or the month first")
                .contains("# ? Names of steps that are not those of the SOP: 2.")
                .contains("Cetak pengaduan www.lapor.go.id: 1  # near: Membuat", "\"Entah: #apa\":   # the number")
                .contains("#   3: Ditutup \"kemarin\" The value is not written in any of the time formats")
                .contains("OK: approve", "Tolak: revise");
        Path mapping = Files.writeString(folder.resolve("m.yaml"), map.out());
        CommandLineRun check = patuh("check", log.toString(), "--mapping", mapping.toString(), "--lang", "en");
        assertThat(check.exitCode()).as(check.err()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(check.out())
                .contains("a.csv row 3 column Tahap \"Entah: #apa\"")
                .doesNotContain("row 2 column");
    }

    @Test
    void unfoldsColumnsOfTimesWhereNothingNamesAStepAndNamesTheMappingThatFits() throws IOException {
        CommandLineRun map = patuh("map", "sample-data/lapor/complaints.csv", "--lang", "en");

        assertThat(map.exitCode()).isZero();
        assertThat(map.out())
                .contains("--mapping lapor", "? No column was found for step")
                .contains("#   3: 7001001 | … | … | 2026-05-12 09:00 - 2026-05-12 09:00")
                .contains("  - when: [{column: Tanggal disposisi, filled: true}]");
        Path mapping = Files.writeString(folder.resolve("m.yaml"), map.out());
        assertThat(patuh("check", "sample-data/lapor", "--mapping", mapping.toString(), "--sop", "DTKP-34")
                        .exitCode())
                .isEqualTo(ExitCode.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"activities":[]} | There is no table
            <log/>            | There is no table
            ''                | The file is empty
            x                 | There is no table
            """)
    void saysWhenThereIsNoTable(String content, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), content);

        CommandLineRun map = patuh("map", file.toString(), "--lang", "en");

        assertThat(map.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(map.out()).contains(said);
    }

    @Test
    void draftsNothingWhereAllIsReadAsItIs() {
        CommandLineRun map = patuh("map", "sample-data/surveys/karanganyar.csv", "--lang", "en");

        assertThat(map).isEqualTo(new CommandLineRun(ExitCode.OK, "# This file can be read without a mapping.\n", ""));
    }

    @Test
    void objectsOfJsonAreMappedByTheirKeys() throws IOException {
        Path log = Files.writeString(folder.resolve("tickets.json"), """
                {"total": 2, "data": [
                  {"key": "T-1", "fields": {"created": "2026-03-02T08:00:00+07:00", "activity": 1, "status": "Selesai"}},
                  {"key": "T-2", "fields": {"created": "2026-03-02T08:00:00+07:00", "activity": 2, "assignee": "Budi"}}]}
                """);
        Path mapping = folder.resolve("m.yaml");

        assertThat(patuh("map", log.toString(), "-o", mapping.toString(), "--sop", "B276")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(mapping))
                .contains("  case: key ", "  step: fields.activity ", "  start: fields.created ", "  sop: B276");
        JsonNode report = check(log.toString(), "--mapping", mapping.toString());
        assertThat(report.get("rejected")).isEmpty();
        assertThat(report.get("summary").get("activities").asInt()).isEqualTo(2);
    }

    @Test
    void theExampleOfTheDocumentsIsRead() throws IOException {
        String[] blocks = Files.readString(Path.of("src/docs/mapping.md")).split("```(?:csv|yaml)?\n");
        Path log = Files.writeString(folder.resolve("export.csv"), blocks[1]);
        Path mapping = Files.writeString(folder.resolve("m.yaml"), blocks[3]);

        JsonNode report = check(log.toString(), "--mapping", mapping.toString());

        assertThat(report.get("rejected")).isEmpty();
        assertThat(report.get("summary").get("cases").asInt()).isEqualTo(2);
        assertThat(report.get("summary").get("activities").asInt()).isEqualTo(3);
    }

    @Test
    void whatAnExportCannotShowIsNotEvaluated() throws IOException {
        String lapor = patuh("check", "sample-data/lapor", "--as-of", "2026-11-20", "--lang", "en")
                .out();
        assertThat(lapor)
                .contains("the limit of 1 jam + 1 hari from 2026-05-25 08:00 ended 2026-05-26 09:00, late by 30 min")
                .contains("Nobody has compared the mapping lapor with a real export yet")
                .containsPattern("case-stalled, step-missing\\s.*the log can show the steps 1, 3, 12 only")
                .doesNotContain("MAJOR step-missing");

        Path log = Files.writeString(folder.resolve("log.csv"), "id,t,s\nA,2026-03-02 08:00,1\nA,2026-03-20 08:00,3\n");
        Path mapping = Files.writeString(
                folder.resolve("m.yaml"), "columns: {case: id, start: t, end: t, step: s}\nconstants: {sop: B276}\n");
        assertThat(patuh("check", log.toString(), "--mapping", mapping.toString(), "--lang", "en")
                        .out())
                .contains("the log holds one time an activity", "MAJOR step-missing")
                .doesNotContain("MAJOR step-late");
    }

    @Test
    void takesNoOptionsOfReports() {
        CommandLineRun help = patuh("map", "--help", "--lang", "en");
        assertThat(help.out() + help.err()).contains("--zone").doesNotContain("--format", "--fail-on");
        assertThat(patuh("map", NATIVE.toString(), "--fail-on", "major").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aMappingThatIsBrokenOrMissingIsWrongUsage() throws IOException {
        Path broken = Files.writeString(folder.resolve("m.yaml"), "zona: x\n");
        String log = NATIVE.toString();

        CommandLineRun run = patuh("check", log, "--mapping", broken.toString(), "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("m.yaml:1:7: zona \"x\": This key is unknown; zone may be meant.");

        run = patuh("check", log, "--mapping", "tiada", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("There is no file tiada, and the rule set has no mapping of that name.");

        run = patuh("check", log, "--mapping", "lapor", "--kind", "survey");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);

        run = patuh("check", log, "--mapping", "lapor", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out()).contains("No row is headed as the mapping lapor wants it (Tracking ID, ");
    }
}
