package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.english;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inboxes that are not as they should be are told, and keep no other unit from its night. */
class NightlyCommandTest extends DatabaseOfTest {

    private Path inboxes;

    @BeforeEach
    void settings() throws IOException {
        inboxes = Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(folder.resolve("patuh.yaml"), "patuh:\n  nightly:\n    inboxes: inbox\n    rest: 0s\n");
    }

    private CommandLineRun night() {
        return english("nightly", "--config", folder.resolve("patuh.yaml").toString(), "--as-of", "2026-11-20");
    }

    @Test
    void folderWhoseNameNoInboxCanHaveKeepsNoOtherFromItsNight() throws IOException {
        Files.copy(
                Path.of("sample-data/b276/clean.csv"),
                Files.createDirectories(inboxes.resolve("UKPBJ")).resolve("log.csv"));
        Files.createDirectories(inboxes.resolve(" "));
        Files.createDirectories(inboxes.resolve("A".repeat(201)));
        Files.createDirectories(inboxes.resolve("Dinas \uFFFD"));

        CommandLineRun run = night();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out()).contains("log.csv: taken").containsOnlyOnce("Night of 2026-11-20");
        assertThat(run.out().split("cannot be that of an inbox", -1)).hasSize(4);
        assertThat(english("ledger").out()).contains("UKPBJ").doesNotContain("Dinas", "AAA");
    }

    @Test
    void anInboxThatTheSettingsNameAndThatIsNotThereIsTold() throws IOException {
        Files.copy(
                Path.of("sample-data/b276/clean.csv"),
                Files.createDirectories(inboxes.resolve("UKPBJ")).resolve("log.csv"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path left = Files.copy(Path.of("sample-data/b276/clean.csv"), elsewhere.resolve("log.csv"));
        Files.writeString(
                folder.resolve("patuh.yaml"),
                "    inbox: {UKPBI: {sop: B276}, UKPBJ: {sop: B276}, \"" + elsewhere + "\": {sop: B276}}\n",
                StandardOpenOption.APPEND);

        CommandLineRun run = night();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out())
                .contains("log.csv: taken")
                .contains("UKPBI\n  The settings name this inbox, but there is no folder of that name.\n")
                .contains(elsewhere + "\n  The name of this folder cannot be that of an inbox");
        assertThat(left).exists();
        assertThat(english("ledger").out()).contains("UKPBJ").doesNotContain("UKPBI", "elsewhere");
    }

    @Test
    void withoutAnyInboxItSaysSo() {
        CommandLineRun run = night();

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out()).contains("There is no inbox");
    }
}
