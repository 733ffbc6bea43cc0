package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.english;
import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which form a result comes: by {@code --format}, or by the ending of the file. */
class ReportFormatsTest {

    private static final String LOG = "sample-data/b276/violations.csv";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"csv,\ufeffKeparahan;Aturan", "html,<!DOCTYPE html>", "json,{", "txt,patuh ", "xlsx,PK"})
    void theEndingOfTheFileTellsTheFormAndTheExitCodeIsTheSame(String ending, String start) throws IOException {
        Path file = folder.resolve("laporan." + ending);

        CommandLineRun run = patuh("check", LOG, "--as-of", "2026-11-20", "-o", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith(new String(
                        start.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void aTerminalGetsTextsButNoWorkbook() {
        assertThat(english("check", LOG, "--as-of", "2026-11-20", "--format", "html")
                        .out())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");

        CommandLineRun run = english("check", LOG, "--format", "xlsx");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("FILE.xlsx");
    }

    @Test
    void whatCsvCannotHoldIsSaidBesideIt() {
        CommandLineRun run = english("check", "sample-data/surveys", "--as-of", "2026-11-20", "--format", "csv");

        assertThat(run.err()).contains("CSV holds violations only", "IKM scores (", "rules not evaluated (");
        assertThat(run.out()).doesNotContain("CSV holds");
    }

    @Test
    void aLogOfWhichNothingCouldBeReadGivesNoSilentTable() throws IOException {
        Path empty = Files.writeString(folder.resolve("log.csv"), "case,sop,step,start\n");

        CommandLineRun run = english("check", empty.toString(), "--format", "csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.err()).contains("INCOMPLETE");
    }

    @Test
    void noReportTakesThePlaceOfWhatIsChecked() throws IOException {
        Path log = Files.copy(Path.of(LOG), folder.resolve("log.csv"));
        byte[] before = Files.readAllBytes(log);

        for (Path named : List.of(log, folder)) {
            CommandLineRun run = english("check", named.toString(), "-o", log.toString());

            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("log.csv is among what is checked");
            assertThat(log).hasBinaryContent(before);
        }
    }

    @Test
    void definitionsAreReportedInEveryForm() throws IOException {
        Path page = folder.resolve("sop.html");
        Path workbook = folder.resolve("sop.xlsx");
        assertThat(english("sop", "lint", "--as-of", "2026-11-20", "-o", page.toString())
                        .exitCode())
                .isEqualTo(ExitCode.VIOLATIONS);
        assertThat(english("sop", "lint", "--as-of", "2026-11-20", "-o", workbook.toString())
                        .exitCode())
                .isEqualTo(ExitCode.VIOLATIONS);

        assertThat(Files.readString(page)).contains("SOPs and rules", "lint-time-missing");
        try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(workbook))) {
            assertThat(read.getSheet("Findings").getLastRowNum()).isGreaterThan(3);
        }
    }

    @Test
    void thePageDrawsSurveysAmongTheGradesOfTheirRegulationWithTheirPriorities() {
        String page = english(
                        "check", "sample-data/surveys/bad-scores.csv", "--as-of", "2026-11-20", "--format", "html")
                .out();

        assertThat(page).containsOnlyOnce("class=\"chart chart-dial\"").containsOnlyOnce("class=\"chart chart-unsur\"");
        // Where grade C begins in PermenPANRB 14/2017, and the first of the priorities.
        assertThat(page).contains(">65.00</text>", ">U2 Sistem, Mekanisme, dan Prosedur (priority 1)</text>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "sarif", "junit"})
    void formsThatAreToComeAreRefusedWithThoseThatThereAre(String format) {
        CommandLineRun run = english("check", LOG, "--format", format);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(format + " is not available", "text, json, csv, html, xlsx");
    }

    @Test
    void verbsThatReportNoResultSayWhatTheyTellIn() {
        CommandLineRun run = english("rules", "list", "--format", "html");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("available: text, json.");
    }
}
