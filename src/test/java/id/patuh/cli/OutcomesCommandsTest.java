package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.english;
import static id.patuh.cli.CommandLineRun.json;
import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.NotEvaluated;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.JudgedGroup;
import id.patuh.ledger.waiver.ScopeOfTest;
import id.patuh.store.Store;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settling by hand what rules could not evaluate, at the command line. */
class OutcomesCommandsTest extends DatabaseOfTest {

    private static final String SCOPE = "Dinas Kesehatan";

    private Path evidence;

    @BeforeEach
    void aNightThatCouldNotEvaluateTwoCases() throws IOException {
        try (Store store = Store.open(System.getProperty(DATABASE))) {
            new ScopeOfTest(store, SCOPE)
                    .judge(Instant.parse("2026-03-01T18:30:00Z"), List.of(lacking("K1"), lacking("K2")));
        }
        evidence = Files.writeString(folder.resolve("agenda.txt"), "halaman 7");
    }

    private static JudgedGroup lacking(String caseId) {
        Subject subject = Subject.ofCase("Dinas Kesehatan", "B276", caseId);
        MissingFact end = new MissingFact("log.end", subject, "log.csv", Map.of());
        return new JudgedGroup(Group.ofCase(caseId), "1", List.of(), List.of(new NotEvaluated("step-late", end)));
    }

    @Test
    void anOutcomeIsSettledShownAndWithdrawn() throws IOException {
        CommandLineRun pending = english("outcomes", "pending", SCOPE);
        assertThat(pending.out().lines())
                .hasSize(4)
                .startsWith("step-late, case K1 (since run 1)")
                .element(1)
                .asString()
                .startsWith("  log.csv: Dinas Kesehatan, SOP B276, case K1: ");
        CommandLineRun settled = settle("K1", "--result", "violated", "--severity", "major");
        assertThat(settled.exitCode()).as(settled.err()).isZero();
        assertThat(settled.out()).contains("State: holds", "Result: violated", "Severity: major", "agenda.txt (sha256");
        assertThat(json("outcomes", "pending", SCOPE).at("/lacking/0/case").asString())
                .isEqualTo("K2");

        CommandLineRun shown = english("ledger", "show", SCOPE, "--fail-on", "major");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.out())
                .contains(
                        "Not evaluated (rules by case or survey): 2; settled by hand: compliant 0, violated 1",
                        "major step-late  found by hand (outcome 1)");
        assertThat(json("ledger", "show", SCOPE).at("/byHand/violations/0/case").asString())
                .isEqualTo("K1");
        assertThat(patuh("outcomes").out()).contains("berlaku", "berkas K1", "melanggar");
        assertThat(json("outcomes").at("/outcomes/0/evidence/name").asString()).isEqualTo("agenda.txt");

        Path copy = folder.resolve("salinan.txt");
        assertThat(english("outcomes", "evidence", "1", "-o", copy.toString()).exitCode())
                .isZero();
        assertThat(copy).hasContent("halaman 7");

        assertThat(english("outcomes", "withdraw", "1", "--user", "budi", "--comment", "keliru")
                        .out())
                .isEqualTo("Outcome 1 is withdrawn from now on.\n");
        assertThat(english("outcomes", "show", "1").out()).contains("State: withdrawn", "budi: keliru");
        assertThat(english("ledger", "show", SCOPE, "--fail-on", "major").exitCode())
                .isZero();
    }

    @Test
    void whatCannotBeIsRefused() {
        for (CommandLineRun run : List.of(
                settle("K3", "--result", "compliant"),
                settle("K1", "--result", "patuh"),
                settle("K1", "--result", "violated"),
                settle("K1", "--result", "violated", "--severity", "berat"),
                settle("K1", "--result", "compliant", "--severity", "major"),
                settle("K1", "--result", "compliant", "--survey", "S1"),
                settle("K1", "--result", "compliant", "--evidence", folder.toString()),
                english("outcomes", "pending", SCOPE, "--most", "-1"),
                english("outcomes", "show", "1"),
                english("outcomes", "evidence", "1"),
                english("outcomes", "evidence", "1", "-o", evidence.toString()),
                english("outcomes", "withdraw", "1", "--comment", "keliru"))) {
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
            assertThat(run.err().lines()).as(run.err()).hasSizeBetween(1, 2);
        }
        assertThat(settle("K1", "--result", "compliant", "--survey", "S1").err())
                .contains("Name exactly one of");
        assertThat(english("outcomes").out()).isEqualTo("Nothing was settled by hand yet.\n");
        assertThat(evidence).hasContent("halaman 7");
    }

    private CommandLineRun settle(String caseId, String... further) {
        List<String> args = new ArrayList<>(List.of("outcomes", "settle", SCOPE, "--case", caseId));
        args.addAll(List.of("--rule", "step-late", "--reason", "buku agenda", "--user", "ani"));
        args.addAll(List.of(further));
        if (!args.contains("--evidence")) {
            args.addAll(List.of("--evidence", evidence.toString()));
        }
        return english(args.toArray(String[]::new));
    }
}
