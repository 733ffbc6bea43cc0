package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that write workbooks, and the one that reads an SOP from one. */
class WorkbookCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void anSopGoesOutAndComesIn() throws IOException {
        String workbook = folder.resolve("b276.xlsx").toString();
        Path yaml = folder.resolve("b276.yaml");

        assertThat(patuh("sop", "export", "B276", "-o", workbook)).isEqualTo(new CommandLineRun(ExitCode.OK, "", ""));
        CommandLineRun printed = patuh("sop", "import", workbook);
        assertThat(patuh("sop", "import", workbook, "-o", yaml.toString()))
                .isEqualTo(new CommandLineRun(ExitCode.OK, "", ""));

        assertThat(printed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(printed.out()).isEqualTo(Files.readString(yaml)).contains("survey: {min_respondents: 30");
        assertThat(patuh("sop", "lint", yaml.toString(), "--fail-on", "never").exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void whatCannotBeReadIsNamedWithItsPlace() {
        String workbook = folder.resolve("sop.xlsx").toString();
        assertThat(patuh("template", "sop", "-o", workbook).exitCode()).isEqualTo(ExitCode.OK);

        CommandLineRun run = patuh("sop", "import", workbook, "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.err()).contains("sop.xlsx, part SOP: ", "no rows");
    }

    @Test
    void aTemplateFilledInIsCheckedAndOneLeftEmptyIsNot() {
        String log = folder.resolve("log.xlsx").toString();
        assertThat(patuh("template", "activity-log", "--sop", "B276", "-o", log).exitCode())
                .isEqualTo(ExitCode.OK);

        CommandLineRun run = patuh("check", log, "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out())
                .contains("1 example row was not read (the first: Log Kegiatan: 5)", "Petunjuk")
                .doesNotContain("MAJOR");
    }

    @Test
    void wrongUseIsRefused() {
        String target = folder.resolve("x.xlsx").toString();
        for (String[] args : new String[][] {
            {"template", "log", "-o", target},
            {"template", "survey"},
            {"template", "survey", "-o", folder.resolve("x.pdf").toString()},
            {"template", "survey", "-o", target, "--sop", "nope"},
            {"template", "survey", "-o", target, "--as-of", "1990-01-01"},
            {"sop", "export", "nope", "-o", target}
        }) {
            CommandLineRun run = patuh(args);
            assertThat(run.exitCode()).as(String.join(" ", args)).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).isNotBlank();
        }
        assertThat(Path.of(target)).doesNotExist();
        CommandLineRun missing = patuh("sop", "import", target);
        assertThat(missing.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(missing.err()).startsWith(target + ": ");
    }
}
