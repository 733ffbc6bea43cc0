package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.rules;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RulesCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code patuh rules export} gives out what {@code patuh rules import} takes back. */
class RulesImportCommandTest {

    @TempDir
    private Path folder;

    @TempDir
    private static Path given;

    private static Path ruleSet;
    private static Path steps;
    private static String untouched;

    private final String tables = given.resolve("tables").toString();

    @BeforeAll
    static void export() throws IOException {
        ruleSet = Files.createDirectory(given.resolve("rules"));
        new RulesCopy(ruleSet);
        assertThat(rules(ruleSet, "export", "-o", given.resolve("tables").toString())
                        .exitCode())
                .isZero();
        steps = given.resolve("tables/langkah-sop.csv");
        untouched = Files.readString(steps);
    }

    @Test
    void aWorkbookThatNobodyTouchedWritesNothing() throws IOException {
        String workbook = folder.resolve("aturan.xlsx").toString();
        String before = RuleSetContent.of(ruleSet).sha256();

        assertThat(rules(ruleSet, "export", ruleSet.toString(), "-o", workbook).exitCode())
                .isZero();
        CommandLineRun run =
                rules(ruleSet, "import", workbook, "-o", folder.resolve("new").toString());

        assertThat(run).isEqualTo(new CommandLineRun(ExitCode.OK, "Tidak ada perbedaan.\n", ""));
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(RuleSetContent.of(ruleSet).sha256()).isEqualTo(before);
    }

    @Test
    void whatChangesIsToldAndWritten() throws IOException {
        replace(";24 jam;", ";16 jam;");

        CommandLineRun dry = rules(ruleSet, "import", tables, "--dry-run");
        assertThat(dry.out()).isEqualTo("""
                SOP
                  B276
                    steps[4].within: 24 jam → 16 jam

                Jumlah perbedaan: 1
                """);
        assertThat(Files.readString(ruleSet.resolve("sop/b276.yaml"))).contains("24 jam");

        Path aside = folder.resolve("new");
        CommandLineRun run = rules(ruleSet, "import", tables, "-o", aside.toString());
        assertThat(run.out()).isEqualTo(dry.out() + aside.resolve("sop/b276.yaml") + "\n");
        try (Stream<Path> written = Files.walk(aside)) {
            assertThat(written.filter(Files::isRegularFile)).containsExactly(aside.resolve("sop/b276.yaml"));
        }
        assertThat(aside.resolve("sop/b276.yaml"))
                .hasContent(Files.readString(ruleSet.resolve("sop/b276.yaml")).replace("24 jam", "16 jam"));
    }

    @Test
    void whatIsRefusedIsNamedInTheTableAndInTheFile() throws IOException {
        replace(";24 jam;", ";-1 jam;");

        CommandLineRun run = rules(ruleSet, "import", tables);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.err())
                .isEqualTo(steps + ", baris 5, kolom Waktu \"-1 jam\": Batas waktu langkah 4 tidak terbaca;"
                        + " ditulis seperti 30 menit, 24 jam, 3 hari, 2 minggu atau 1 bulan. (sop/b276.yaml:70)\n");
        assertThat(Files.readString(ruleSet.resolve("sop/b276.yaml"))).contains("24 jam");
    }

    @Test
    void nothingIsGivenOutNowhere() {
        assertThat(rules(ruleSet, "export").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private void replace(String from, String to) throws IOException {
        assertThat(untouched).contains(from);
        Files.writeString(steps, untouched.replace(from, to));
    }
}
