package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.english;
import static id.patuh.cli.CommandLineRun.json;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Inboxes that are not as they should be are told, and keep no other unit from its night. */
class NightlyCommandTest extends DatabaseOfTest {

    private Path inboxes;

    @BeforeEach
    void settings() throws IOException {
        inboxes = Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(folder.resolve("patuh.yaml"), "patuh:\n  nightly:\n    inboxes: inbox\n    rest: 0s\n");
    }

    private CommandLineRun night() {
        return night("2026-11-20");
    }

    private CommandLineRun night(String date) {
        return english("nightly", "--config", folder.resolve("patuh.yaml").toString(), "--as-of", date);
    }

    @Test
    void folderWhoseNameNoInboxCanHaveKeepsNoOtherFromItsNight() throws IOException {
        Files.copy(
                Path.of("sample-data/b276/clean.csv"),
                Files.createDirectories(inboxes.resolve("UKPBJ")).resolve("log.csv"));
        Files.createDirectories(inboxes.resolve(" "));
        Files.writeString(inboxes.resolve("tersesat.csv"), "no_berkas");
        Files.createDirectories(inboxes.resolve("A".repeat(201)));
        Files.createDirectories(inboxes.resolve("Dinas \uFFFD"));

        CommandLineRun run = night();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out()).contains("log.csv: taken").containsOnlyOnce("Night of 2026-11-20");
        assertThat(run.out().split("cannot be that of an inbox", -1)).hasSize(4);
        assertThat(run.out()).contains("tersesat.csv\n  This file lies beside the inboxes and is not taken");
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

    /** A file of one unit resolves nothing of another one: the night finds what a check over both files finds. */
    @Test
    void unitsOfOneInboxMayNumberTheirCasesAlike() throws IOException {
        Path inbox = Files.createDirectories(inboxes.resolve("Kantor Bersama"));
        String log = Files.readString(Path.of("sample-data/b276/violations.csv"));
        Path ofOne = Files.writeString(folder.resolve("satu.csv"), log);
        Path ofOther = Files.writeString(
                folder.resolve("dua.csv"),
                log.replace(";UKPBJ\n", ";Dinas Dua\n").replace(";P-", ";Q-"));

        Files.copy(ofOne, inbox.resolve("log.csv"));
        night("2026-11-20");
        Files.copy(ofOther, inbox.resolve("log.csv"));
        CommandLineRun second = night("2026-11-21");

        assertThat(second.out()).contains("cases whose number another unit or SOP has a case of, too, which stays: 8");
        JsonNode checked =
                json("check", ofOne.toString(), ofOther.toString(), "--as-of", "2026-11-21", "--fail-on", "never");
        List<String> expected = fingerprints(checked);
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(fingerprints(json("ledger", "show", "Kantor Bersama", "--most", "1000")))
                .containsExactlyInAnyOrderElementsOf(expected);

        JsonNode told = json(
                        "nightly",
                        "--config",
                        folder.resolve("patuh.yaml").toString(),
                        "--as-of",
                        "2026-11-21",
                        "--fail-on",
                        "never")
                .at("/scopes/0/nights/0");
        assertThat(told.at("/asOf").asString()).isEqualTo("2026-11-21T16:59:59Z");
        assertThat(told.at("/files/0/casesSharingNumber").asInt()).isEqualTo(8);

        // The same facts in another file are not evaluated again.
        Files.writeString(inbox.resolve("log.csv"), log + "\n");
        assertThat(night("2026-11-22").out()).contains("Judged 0");
    }

    /** It is told by name, and keeps neither other units from their night nor other words from being forgotten. */
    @Test
    void damagedRecordOfTheLedgerFailsTheNightOfItsScopeAlone() throws IOException, SQLException {
        String log = Files.readString(Path.of("sample-data/b276/violations.csv"));
        for (String unit : List.of("Dinas Satu", "Dinas Dua")) {
            Files.writeString(Files.createDirectories(inboxes.resolve(unit)).resolve("log.csv"), log);
        }
        night("2026-11-20");
        try (Connection intruder = TestDatabase.intruder(System.getProperty(DATABASE))) {
            intruder.createStatement()
                    .execute("UPDATE life_violation SET content = X'0011' WHERE scope_id = "
                            + "(SELECT id FROM scope WHERE name = 'Dinas Satu')");
        }
        for (String unit : List.of("Dinas Satu", "Dinas Dua")) {
            Files.writeString(inboxes.resolve(unit).resolve("log.csv"), log.replace(";P-01;", ";P-09;"));
        }

        CommandLineRun run = night("2026-11-21");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.INTERNAL);
        assertThat(run.out())
                .containsPattern("FAILED: A record of the ledger \\(life_violation: [0-9a-f]{32}\\) was altered")
                .contains("Judged 8");
        CommandLineRun shown = english("ledger", "show", "Dinas Satu");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(shown.err()).contains("life_violation").doesNotContain("Exception");
        assertThat(english("ledger", "show", "Dinas Dua").exitCode()).isZero();
    }

    /** What a step lacks keeps no finding of another one open. */
    @Test
    void stepThatEndedIsNoLongerOverdueThoughAnotherOneCannotBeJudged() throws IOException {
        Path inbox = Files.createDirectories(inboxes.resolve("UKPBJ"));
        String running = """
                case,sop,step,role,person,start,end,decision
                K-1,B276,2,Tim Survey Kepuasan Pengguna Layanan,P-02,2026-11-02 08:00,,
                """;
        // The eighth step ends as its plan says, which nobody has, and nobody knows who took the fifth.
        String ended = """
                case,sop,step,role,person,start,end,decision
                K-1,B276,2,Tim UKPBJ,P-02,2026-11-02 08:00,2026-11-04 09:00,
                K-1,B276,5,,P-01,2026-11-05 08:00,2026-11-05 08:10,
                K-1,B276,8,Tim UKPBJ,P-03,2026-11-05 09:00,,
                """;
        String corrected = ended.replace("2,Tim UKPBJ", "2,Tim Survey Kepuasan Pengguna Layanan");

        Files.writeString(inbox.resolve("1.csv"), running);
        night("2026-11-03");
        assertThat(openRules()).contains("step-overdue 2");
        Files.writeString(inbox.resolve("2.csv"), ended);
        night("2026-11-05");
        assertThat(openRules()).contains("step-late 2", "step-wrong-executor 2").doesNotContain("step-overdue 2");
        Files.writeString(inbox.resolve("3.csv"), corrected);
        night("2026-11-06");
        assertThat(openRules()).contains("step-late 2").doesNotContain("step-wrong-executor 2");
    }

    private static List<String> openRules() {
        return json("ledger", "show", "UKPBJ", "--most", "1000")
                .path("violations")
                .valueStream()
                .map(one -> one.path("rule").asString() + " " + one.path("step").asString(""))
                .toList();
    }

    private static List<String> fingerprints(JsonNode result) {
        return result.path("violations")
                .valueStream()
                .map(one -> one.path("fingerprint").asString())
                .toList();
    }
}
