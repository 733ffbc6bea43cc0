package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RulesCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as its users run it: exit codes, formats, bad input. */
class CheckCommandTest {

    private static final String HEADER = "case,sop,step,role,person,start,end,inputs,outputs,decision\n";
    private static final String LATE = "A,B276,1,Kepala UKPBJ,P-1,2025-04-14 08:00,2025-04-14 09:01,,"
            + "Disposisi untuk melaksanakan survey kepuasan,\n";
    private static final String DRIFT = LATE.replace("09:01", "09:00")
            + "A,B276,2,Tim Survey Kepuasan Pengguna Layanan,P-2,2025-04-14 09:00,2025-04-14 09:30,"
            + "Disposisi untuk melaksanakan survey kepuasan UKPBJ,Rencana pelaksanaan survey kepuasan,\n";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "--fail-on {0} gives {1}")
    @CsvSource({"never,0", "critical,0", "major,1", "minor,1", "info,1"})
    void theThresholdDecidesTheExitCode(String threshold, int exitCode) throws IOException {
        assertThat(check(HEADER + LATE, "--fail-on", threshold, "--as-of", "2025-04-14")
                        .exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void whatIsReadableIsCheckedAndWhatIsNotIsNamed() throws IOException {
        CommandLineRun run = check(
                HEADER + LATE + "B,B276,abc,,,2025-04-14 08:00,,,,\n" + "C,B276,1,,,14 April,,,,\n", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out())
                .contains("step-late", "log.csv row 2 column end \"2025-04-14 09:01\"")
                .contains("log.csv row 3 column step \"abc\"", "log.csv row 4 column start \"14 April\"");
    }

    @Test
    void aRuleThatIsSwitchedOffIsNotEvaluated() throws IOException {
        Path rules = folder.resolve("rules");
        new RulesCopy(rules)
                .write(
                        "policy.yaml",
                        "rules: [{rule: step-late, enabled: false, why: Direvisi, basis: patuh-policy/konsistensi-log}]");

        CommandLineRun run = check(HEADER + LATE, "--rules", rules.toString(), "--as-of", "2025-04-14", "--lang", "en");

        assertThat(run.out()).doesNotContain("MAJOR step-late").contains("this rule is switched off: Direvisi");
        assertThat(patuh("sop", "lint", "--rules", rules.toString(), "--lang", "en", "rules/sop")
                        .out())
                .doesNotContain("switched off");
    }

    @Test
    void aRuleThatFailsEndsTheCheckWithItsNameAndNoStackTrace() throws IOException {
        Path rules = folder.resolve("rules");
        new RulesCopy(rules).edit("drl/sop/time.drl", "$a : Activity(", "$a : Activity(person.length() > 40 || ");

        CommandLineRun run = check(HEADER + "A,B276,1,PPK,,2025-04-14 08:00,,,,\n", "--rules", rules.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(run.err()).startsWith("Sebuah aturan gagal saat dijalankan").doesNotContain("\tat ");
    }

    @Test
    void aRowThatCannotBeReadMakesNoStepMissing() throws IOException {
        CommandLineRun run = check(
                HEADER + LATE + "A,B276,2,,,kemarin,,,,\n" + "A,B276,3,Kepala UKPBJ,P-1,2025-04-14 10:00,,,,\n",
                "--lang",
                "en",
                "--as-of",
                "2025-04-14T10:30");

        assertThat(run.out())
                .doesNotContain("MAJOR step-missing")
                .contains("row 3 of this case could not be read", "case-stalled, step-missing, step-out-of-order");
    }

    @Test
    void aLogWithoutAColumnOfEndsIsNotTakenForOneWhereEverythingRuns() throws IOException {
        CommandLineRun run = check(
                "case,sop,step,start\nA,B276,1,2025-04-14 08:00\nA,B276,2,2025-04-14 09:30\n",
                "--as-of",
                "2025-06-30",
                "--lang",
                "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("step-out-of-order", "step-overdue", "the log has no column of ends (2 activities)");
    }

    @Test
    void violationsDoNotHideThatInputWasUnreadable() throws IOException {
        String bad = "B,B276,abc,,,2025-04-14 08:00,,,,\n";

        assertThat(check(HEADER + LATE + bad, "--lang", "en").out()).contains("VIOLATIONS FOUND", "INCOMPLETE: ");
        assertThat(check(HEADER + LATE, "--lang", "en").out())
                .contains("VIOLATIONS FOUND")
                .doesNotContain("INCOMPLETE: ");
    }

    @Test
    void aHeaderOfTwoLinesIsShownOnOneAndAColumnWithoutHeaderByItsPlace() throws IOException {
        CommandLineRun run = check(",\"Warna \n(colour)\"," + HEADER + ",," + LATE, "--lang", "en");

        assertThat(run.out())
                .contains("column #1\n      The column has no heading", "column Warna (colour)\n")
                .contains("step-late");
    }

    @Test
    void whatIsNotRecognisedIsShownByItsLikelyHeaderAndMappingsAreHintedAt() throws IOException {
        assertThat(check("Judul\nNama,Alamat,\nBudi,Jl. A,3\n", "--lang", "en").out())
                .contains("Found: Nama, Alamat.");
        assertThat(check("no_berkas,langkah,dimulai\nA,1,2025-04-14 08:00\n", "--lang", "en")
                        .out())
                .contains("\"patuh map\"");
    }

    @Test
    void anUnknownColumnIsNamedAndTheRestChecked() throws IOException {
        CommandLineRun run =
                check(HEADER.replace("decision", "decision,warna") + LATE.replace(",\n", ",,merah\n"), "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out()).contains("step-late", "log.csv row 1 column warna");
    }

    @Test
    void aMissingRequiredColumnIsNamed() throws IOException {
        CommandLineRun run = check("case,sop,step\nA,B276,1\n", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out()).contains("start");
    }

    @Test
    void anEmptyFileAFolderWithoutDataAndBrokenJsonStopNothing() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        Files.writeString(input.resolve("empty.csv"), "");
        Files.writeString(input.resolve("log.csv"), HEADER + LATE);
        Files.writeString(
                input.resolve("broken.json"),
                "{\"activities\":[{\"case\":\"J\",\"sop\":\"B276\",\"step\":1,\"start\":\"2025-04-14 08:00\","
                        + "\"end\":\"2025-04-14 10:00\"},{\"case\":\"K\"");
        Path nothing = Files.createDirectories(folder.resolve("nothing"));

        CommandLineRun run =
                patuh("check", input.toString(), nothing.toString(), "--lang", "en", "--as-of", "2025-04-14");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out()).contains("empty.csv", "broken.json", "nothing", "case A", "case J");
    }

    @Test
    void informationAloneIsNoViolationAtTheUsualThreshold() throws IOException {
        CommandLineRun run = check(HEADER + DRIFT, "--as-of", "2025-04-14", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("document-name-drift", "COMPLIANT");
    }

    @ParameterizedTest
    @CsvSource({"pdf", "docx", "sarif", "gibberish"})
    void aFormatThatIsNotThereIsRefusedBeforeAnyWork(String format) {
        CommandLineRun run = patuh("check", "sample-data", "--format", format, "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(format, "text, json");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--as-of,kemarin",
        "--zone,Mars/Olympus",
        "--fail-on,sometimes",
        "--kind,poem",
        "--rules,/nowhere",
        "-o,/nowhere/report.json"
    })
    void wrongUsageIsNamed(String option, String value) throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), HEADER + LATE);
        CommandLineRun run = patuh("check", log.toString(), option, value);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(value);
    }

    @Test
    void theFormatFollowsTheEndingOfTheOutput() throws IOException {
        Path output = folder.resolve("report.json");
        check(HEADER + LATE, "--output", output.toString());

        assertThat(Files.readString(output)).startsWith("{").contains("\"rule\": \"step-late\"");
    }

    @Test
    void rulesThatDoNotCompileAreNamedByFileAndLine() throws IOException {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        Path drl = rules.resolve("drl/sop/time.drl");
        Files.writeString(
                drl, Files.readString(drl).replace("Activity(ended, overrun > 0)", "Activity(ended, overran > 0)"));

        CommandLineRun run = patuh("check", "sample-data", "--rules", rules.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("drl/sop/time.drl:20:26: \"overran\"");
    }

    @Test
    void aBrokenTimeLimitIsNoTextInPlaceOfOne() throws IOException {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        Path sop = rules.resolve("sop/b276.yaml");
        Files.writeString(sop, Files.readString(sop).replace("within: 24 jam", "within: 24 jma"));

        CommandLineRun run = patuh("check", "sample-data", "--rules", rules.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("sop/b276.yaml:70:13: steps[4].within \"24 jma\": Batas waktu langkah 4");
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource({
        "76.61, 76.71, Nilai 76.61 sampai 76.70 tidak mempunyai mutu",
        "76.61, 76.60, Nilai 76.60 sampai 76.60 juga diberi mutu oleh baris 12"
    })
    void aGradeTableWithAGapOrAnOverlapIsRefused(String from, String to, String reason) throws IOException {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        String file = "tables/skm-grades-permenpanrb-14-2017.drl.csv";
        Path table = rules.resolve(file);
        Files.writeString(table, Files.readString(table).replace('"' + from + '"', '"' + to + '"'));

        CommandLineRun run = patuh("check", "sample-data/surveys", "--rules", rules.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo(file + ":11: C11 NIK dari \"" + to + "\": " + reason + ".\n");
    }

    @Test
    void aMisspeltPlaceholderOrRuleIdIsRefusedBeforeAnyCheck() throws IOException {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        Path messages = rules.resolve("messages/sop.properties");
        Files.writeString(messages, Files.readString(messages).replace("terlambat {overrun}", "terlambat {overun}"));
        Path drl = rules.resolve("drl/sop/time.drl");
        Files.writeString(drl, Files.readString(drl).replace("@id(step-overdue)", "@id(step-overdu)"));

        CommandLineRun run = patuh("check", "sample-data/b276", "--rules", rules.toString(), "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .hasSize(2)
                .anyMatch(line ->
                        line.matches("drl/sop/time\\.drl:\\d+: @id \"step-overdu\": The rule \"[^\"]+\" has an id"
                                + " without a message; step-overdue may be meant\\."))
                .contains("messages/sop.properties:22: step-late \"{overun}\":"
                        + " The rule does not give this value; {overrun} may be meant.");
    }

    @Test
    void aParameterOutOfAnySenseIsRefused() throws IOException {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        Path rounds = rules.resolve("parameters/sop/maximum-rounds.yaml");
        Files.writeString(rounds, Files.readString(rounds).replace("value: 3", "value: -3"));

        CommandLineRun run = patuh("check", "sample-data/b276", "--rules", rules.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo("parameters/sop/maximum-rounds.yaml:8:12: values[1].value \"-3\":"
                        + " Nilai harus 1 atau lebih.\n");
    }

    @Test
    void halfASurrogatePairDoesNotCostTheReport() throws IOException {
        Path log = Files.writeString(
                folder.resolve("half.json"),
                "{\"activities\":[{\"case\":\"\\ud800\",\"sop\":\"B276\",\"step\":1,\"start\":\"2025-04-14 08:00\"}]}");
        Path report = folder.resolve("half-report.json");

        CommandLineRun run = patuh("check", log.toString(), "-o", report.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
        assertThat(Files.readString(report)).endsWith("}\n");
    }

    @Test
    void dataOfTheRuleSetThatAreWrongAreNamed() throws IOException {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        Path sop = rules.resolve("sop/b276.yaml");
        Files.writeString(
                sop,
                Files.readString(sop).replace("decision: {approve: 4, revise: 2", "decision: {approve: 44, revise: 2"));

        CommandLineRun run = patuh("check", "sample-data", "--rules", rules.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("sop/b276.yaml:64:25: steps[3].decision.approve \"44\": Keputusan langkah 3");
    }

    private CommandLineRun check(String log, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), log);
        String[] args = Stream.concat(Stream.of("check", file.toString()), Stream.of(options))
                .toArray(String[]::new);
        return patuh(args);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
