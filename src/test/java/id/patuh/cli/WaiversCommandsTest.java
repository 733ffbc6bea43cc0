package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.english;
import static id.patuh.cli.CommandLineRun.json;
import static id.patuh.cli.CommandLineRun.patuh;
import static id.patuh.ledger.waiver.ScopeOfTest.fingerprint;
import static id.patuh.ledger.waiver.ScopeOfTest.violation;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.waiver.ScopeOfTest;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import id.patuh.violation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ledger of violations and their waivers at the command line. */
class WaiversCommandsTest extends DatabaseOfTest {

    private static final String SCOPE = "Dinas Kesehatan";
    private static final Instant NIGHT = Instant.parse("2026-03-01T18:30:00Z");
    private static final Violation LATE = violation("step-late", Severity.MAJOR, "Dinas Kesehatan", "K1");
    private static final Violation STALLED = violation("case-stalled", Severity.MINOR, "Dinas Kesehatan", "K2");

    @BeforeEach
    void twoNights() {
        try (Store store = Store.open(System.getProperty(DATABASE))) {
            ScopeOfTest scope = new ScopeOfTest(store, SCOPE);
            scope.night(NIGHT, LATE);
            scope.night(NIGHT.plusSeconds(86400), LATE, STALLED);
        }
    }

    @Test
    void aWaiverIsAskedForApprovedByAnotherShownAndWithdrawn() {
        CommandLineRun asked = request("ani", "--case", "K1", "--until", "2999-12-31", "--zone", "Asia/Jayapura");
        assertThat(asked.exitCode()).isZero();
        assertThat(asked.out())
                .contains(
                        "Until before: 3000-01-01 00:00:00 Asia/Jayapura",
                        "Open violations covered: 1",
                        "patuh waivers approve 1");
        CommandLineRun own = english("waivers", "approve", "1", "--user", "ANI");
        assertThat(own.exitCode()).isEqualTo(2);
        assertThat(own.err()).contains("cannot be approved by the one who asked for it (ani)");
        assertThat(english("ledger", "show", SCOPE, "--fail-on", "major").exitCode())
                .isEqualTo(1);

        CommandLineRun approved = english("waivers", "approve", "1", "--user", "budi", "--comment", "setuju");
        assertThat(approved.out()).contains("Reason: gempa bumi", "Waiver 1 is approved.");
        CommandLineRun shown = english("ledger", "show", SCOPE, "--fail-on", "major");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("Open 0 1 1 0", "Waived 0 1 0 0", "Remaining 0 0 1 0")
                .contains("major step-late persisting " + fingerprint(LATE))
                .contains(" Waived (waiver 1) until before 3000-01-01 00:00 Asia/Jayapura.");
        assertThat(english("ledger", "show", SCOPE, "--fail-on", "minor").exitCode())
                .isEqualTo(1);
        assertThat(english("ledger", "show", SCOPE).exitCode()).isZero();
        assertThat(patuh("waivers").out()).contains("berlaku", "berkas K1");
        assertThat(patuh("waivers", "show", "1").out()).contains("disetujui  budi: setuju");

        assertThat(english("waivers", "withdraw", "1", "--user", "citra").exitCode())
                .isEqualTo(2);
        assertThat(english("waivers", "withdraw", "1", "--user", "citra", "--comment", "tidak berlaku lagi")
                        .exitCode())
                .isZero();
        assertThat(english("ledger", "show", SCOPE, "--fail-on", "major").exitCode())
                .isEqualTo(1);
        assertThat(english("waivers").out()).contains("withdrawn");
    }

    @Test
    void whatEndsSoonOrCoversNothingIsMarked() {
        request("ani", "--unit", "Dinas Kesehatan", "--rule", "step-overdue", "--until", "2999-01-31");
        english("waivers", "approve", "1", "--user", "budi");
        CommandLineRun listed = english("waivers", "--as-of", "2999-01-20", "--scope", SCOPE);
        assertThat(listed.out()).contains("ends soon; covers no violation");
        assertThat(english("waivers", "--as-of", "2999-01-20", "--warn", "10").out())
                .doesNotContain("ends soon");
        assertThat(english("ledger", "show", SCOPE).out()).contains("Waiver 1 is in force, but covers no violation.");
        JsonNode json = json("waivers", "--as-of", "2999-01-20");
        assertThat(json.at("/waivers/0/state").asString()).isEqualTo("in-force");
        assertThat(json.at("/waivers/0/endsSoon").asBoolean()).isTrue();
        assertThat(json.at("/waivers/0/open").asInt(-1)).isZero();
        assertThat(json.at("/waivers/0/target/unit").asString()).isEqualTo("Dinas Kesehatan");
        assertThat(json.at("/waivers/0/steps/1/action").asString()).isEqualTo("approved");
    }

    @Test
    void theLedgerIsLookedAtForPeopleAndPrograms() {
        assertThat(english("ledger").out().lines().toList().get(1)).startsWith(SCOPE + "  2  ");
        assertThat(json("ledger").at("/scopes/0/open/major").asInt()).isEqualTo(1);

        JsonNode now = json("ledger", "show", SCOPE, "--state", "new", "--most", "1");
        assertThat(now.at("/remaining/minor").asInt()).isEqualTo(1);
        assertThat(now.at("/violations")).hasSize(1);
        assertThat(now.at("/violations/0/case").asString()).isEqualTo("K2");
        JsonNode first = json("ledger", "show", SCOPE, "--run", "1");
        assertThat(first.at("/at").asString()).isEqualTo(NIGHT.toString());
        assertThat(first.at("/violations/0/state").asString()).isEqualTo("new");

        JsonNode history = json("ledger", "history", SCOPE, fingerprint(LATE));
        assertThat(history.at("/state").asString()).isEqualTo("persisting");
        assertThat(history.at("/events/0/run").asInt()).isEqualTo(1);
        assertThat(patuh("ledger", "history", SCOPE, fingerprint(LATE)).out())
                .contains("Pemeriksaan 1 per 2026-03-02 01:30:00: baru, mayor");
    }

    /** Each is told in a line, and nothing is kept. */
    @Test
    void whatCannotBeIsRefused() {
        for (List<String> wrong : List.of(
                List.of("ledger", "show", "lain"),
                List.of("ledger", "show", SCOPE, "--run", "9"),
                List.of("ledger", "show", SCOPE, "--most", "-1"),
                List.of("ledger", "show", SCOPE, "--state", "baru"),
                List.of("ledger", "history", SCOPE, "00"),
                List.of("waivers", "show", "1"),
                List.of("waivers", "--warn", "-1"),
                asking("ani", "--until", "2999-01-01"),
                asking("ani", "--case", "K1", "--unit", " - ", "--until", "2999-01-01"),
                asking("ani", "--case", "K1", "--until", "besok"),
                asking("ani", "--case", "K1", "--until", "2026-01-01"),
                asking("ani", "--case", "K1", "--until", "+99999-01-01"),
                asking("\u0430ni", "--case", "K1", "--until", "2999-01-01"),
                asking("ani", "--violation", "00", "--until", "2999-01-01"))) {
            CommandLineRun run = english(wrong.toArray(String[]::new));
            assertThat(run.exitCode()).as("%s", wrong).isEqualTo(2);
            assertThat(run.err().lines()).as("%s", wrong).hasSizeBetween(1, 2);
        }
        assertThat(english("waivers").out()).isEqualTo("There are no waivers yet.\n");
    }

    @Test
    void momentsOfRefusalsAreInTheZoneOfTheCommand() {
        String from = "2026-02-01";
        assertThat(request("ani", "--case", "K1", "--from", from, "--until", "2026-03-02")
                        .err())
                .isEqualTo("The validity of the waiver has ended (2026-03-03 00:00:00).\n");
        String until = "2026-01-01T07:30+07:00";
        assertThat(request("ani", "--case", "K1", "--from", from, "--until", until, "--zone", "UTC")
                        .err())
                .isEqualTo(
                        "The validity from 2026-02-01 00:00:00 until before 2026-01-01 00:30:00 is empty or too far away.\n");
    }

    private static CommandLineRun request(String user, String... further) {
        return english(asking(user, further).toArray(String[]::new));
    }

    private static List<String> asking(String user, String... further) {
        List<String> args = new ArrayList<>(List.of("waivers", "request", SCOPE, "--user", user));
        args.addAll(List.of("--reason", "gempa bumi", "--basis", "Keputusan Bupati 12/2026"));
        args.addAll(List.of(further));
        return args;
    }
}
