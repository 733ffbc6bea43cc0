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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        CommandLineRun settled = settleCase("K1", "--result", "violated", "--severity", "major");
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
    void surveysAndFollowUpsAreSettledEachForItself() {
        try (Store store = Store.open(System.getProperty(DATABASE))) {
            new ScopeOfTest(store, "Setda")
                    .judge(
                            Instant.parse("2026-03-01T18:30:00Z"),
                            List.of(
                                    lacking(Group.SURVEYS, "S-1", "S-2", null),
                                    lacking(Group.FOLLOW_UPS, "S-1", "S-2")));
        }
        assertThat(pending("Setda"))
                .containsExactly("surveys ", "surveys S-1", "surveys S-2", "follow-ups S-1", "follow-ups S-2");

        assertThat(settleSurvey("--survey", "S-1", "--result", "compliant").out())
                .contains("survey S-1", "State: holds");
        assertThat(pending("Setda")).containsExactly("surveys ", "surveys S-2", "follow-ups S-1", "follow-ups S-2");
        assertThat(settleSurvey("--follow-up", "S-2", "--result", "violated", "--severity", "minor")
                        .out())
                .contains("follow-up to survey S-2", "State: holds");
        assertThat(settleSurvey("--survey", "", "--result", "not-applicable").exitCode())
                .isZero();
        assertThat(pending("Setda")).containsExactly("surveys S-2", "follow-ups S-1");

        assertThat(english("ledger", "show", "Setda", "--fail-on", "minor").exitCode())
                .isEqualTo(ExitCode.VIOLATIONS);
        assertThat(settleSurvey("--follow-up", "S-3", "--result", "compliant").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(settleSurvey("--survey", "S-1", "--follow-up", "S-1", "--result", "compliant")
                        .err())
                .contains("Name exactly one of");
    }

    /** A rule that lacks the survey that a report is on. */
    private static JudgedGroup lacking(Group group, String... surveys) {
        List<NotEvaluated> lacks = Arrays.stream(surveys)
                .map(survey ->
                        new MissingFact("followup.survey", Subject.ofSurvey("Setda", survey), "survei.json", Map.of()))
                .map(missing -> new NotEvaluated("period-mismatch", missing))
                .toList();
        return new JudgedGroup(group, "1", List.of(), lacks);
    }

    private static List<String> pending(String scope) {
        List<String> pending = new ArrayList<>();
        json("outcomes", "pending", scope)
                .get("lacking")
                .forEach(lack -> pending.add(
                        lack.get("kind").asString() + " " + lack.get("survey").asString("")));
        return pending;
    }

    @Test
    void whatCannotBeIsRefused() {
        for (CommandLineRun run : List.of(
                settleCase("K3", "--result", "compliant"),
                settleCase("K1", "--result", "patuh"),
                settleCase("K1", "--result", "violated"),
                settleCase("K1", "--result", "violated", "--severity", "berat"),
                settleCase("K1", "--result", "compliant", "--severity", "major"),
                settleCase("K1", "--result", "compliant", "--survey", "S1"),
                settleCase("K1", "--result", "compliant", "--evidence", folder.toString()),
                english("outcomes", "pending", SCOPE, "--most", "-1"),
                english("outcomes", "show", "1"),
                english("outcomes", "evidence", "1"),
                english("outcomes", "evidence", "1", "-o", evidence.toString()),
                english("outcomes", "withdraw", "1", "--comment", "keliru"))) {
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
            assertThat(run.err().lines()).as(run.err()).hasSizeBetween(1, 2);
        }
        assertThat(settleCase("K1", "--result", "compliant", "--survey", "S1").err())
                .contains("Name exactly one of");
        assertThat(english("outcomes").out()).isEqualTo("Nothing was settled by hand yet.\n");
        assertThat(evidence).hasContent("halaman 7");
    }

    private CommandLineRun settleCase(String caseId, String... further) {
        return settle(SCOPE, "step-late", Stream.concat(Stream.of("--case", caseId), Stream.of(further)));
    }

    private CommandLineRun settleSurvey(String... further) {
        return settle("Setda", "period-mismatch", Stream.of(further));
    }

    private CommandLineRun settle(String scope, String rule, Stream<String> further) {
        List<String> args = new ArrayList<>(List.of("outcomes", "settle", scope, "--rule", rule));
        args.addAll(List.of("--reason", "buku agenda", "--user", "ani"));
        further.forEach(args::add);
        if (!args.contains("--evidence")) {
            args.addAll(List.of("--evidence", evidence.toString()));
        }
        return english(args.toArray(String[]::new));
    }
}
