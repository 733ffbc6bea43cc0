package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.english;
import static id.patuh.cli.CommandLineRun.json;
import static id.patuh.cli.CommandLineRun.patuh;
import static id.patuh.ledger.waiver.ScopeOfTest.violation;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.JudgedGroup;
import id.patuh.ledger.waiver.ScopeOfTest;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Trends at the command line, over a whole program's nights. */
class TrendsCommandTest extends DatabaseOfTest {

    private static final String SCOPE = "RSUD";

    @Test
    void countsAreToldByPeriodUnitAndRuleAndMonthsWithoutNightsAsSuch() throws IOException {
        nightsOfViolations(SCOPE);

        CommandLineRun all = english("trends");
        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(all.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "Scope RSUD: last completed run 4 as of 2026-05-02 01:30 (Asia/Jakarta)",
                        "2026-01 2 2026-01-31 01:30 2 2 0 0 0",
                        "2026-02 .. 2026-03 0 no completed run - - - - -",
                        "2026-04 1 2026-04-02 01:30 1 0 0 1 0",
                        "2026-05 1 2026-05-02 01:30 3 1 1 0 0");
        assertThat(english("trends", SCOPE).out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsSubsequence(
                        "Open by unit and rule, last 5 periods:",
                        "Unit Rule 2026-01 2026-02 2026-03 2026-04 2026-05",
                        "=Dinas step-late 1 - - 0 1",
                        "RSUD case-stalled 0 - - 0 1",
                        "RSUD step-late 1 - - 1 1");
        assertThat(english("trends", SCOPE, "--most", "1").out()).contains("... and 2 more");
        assertThat(patuh("trends", SCOPE, "--by", "quarter").out())
                .contains("2026-TW1  2 ", "2026-TW2  2 ", "Terbuka per unit dan aturan");
        // In UTC nights are those of the day before.
        assertThat(english("trends", "--by", "night", "--zone", "UTC", "--until", "2026-01-31")
                        .out())
                .containsPattern("2026-01-01 +1 ")
                .containsPattern("2026-01-30 +1 ")
                .doesNotContain("2026-04");
        assertThat(english("trends", SCOPE, "--unit", "rsud", "--rule", "step-late")
                        .out())
                .contains("2026-05")
                .doesNotContain("=Dinas", "case-stalled");
        assertThat(english("trends", SCOPE, "--rule", "step-latte").out())
                .contains("that does not say that it was looked for");

        assertThat(english("trends", "--as-of", "2026-04-30").out())
                .contains("last completed run 3")
                .doesNotContain("2026-05");
        assertThat(english("trends", SCOPE, "--as-of", "2025-12-31").err())
                .startsWith("No run over RSUD was completed as of 2025-12-31 23:59:59.");

        JsonNode told = json("trends", SCOPE);
        assertThat(told.at("/scopes/0/periods/1/run").isNull()).isTrue();
        assertThat(told.at("/scopes/0/periods/1/total").isNull()).isTrue();
        assertThat(told.at("/scopes/0/periods/4/total/reopened").asInt()).isEqualTo(1);
        assertThat(told.at("/scopes/0/periods/4/counts")).hasSize(3);

        Path file = folder.resolve("tren.csv");
        assertThat(english("trends", SCOPE, "-o", file.toString()).exitCode()).isZero();
        assertThat(Files.readString(file).split("\r\n"))
                .startsWith("\ufeffScope;From;To;Last run;As of;Unit;Rule;Open;New;Reopened;Resolved;Not evaluated")
                .contains(
                        "RSUD;2026-02-01;2026-02-28;;;;;;;;;",
                        "RSUD;2026-05-01;2026-05-31;4;2026-05-02 01:30:00;'=Dinas;step-late;1;0;1;0;0");
    }

    private void nightsOfViolations(String name) {
        Violation late = violation("step-late", Severity.MAJOR, "RSUD", "K1");
        Violation gone = violation("step-late", Severity.MAJOR, "=Dinas", "K2");
        Violation stalled = violation("case-stalled", Severity.MINOR, "RSUD", "K1");
        try (Store store = Store.open(System.getProperty(DATABASE))) {
            ScopeOfTest scope = new ScopeOfTest(store, name);
            scope.night(Instant.parse("2026-01-01T18:30:00Z"), late);
            scope.night(Instant.parse("2026-01-30T18:30:00Z"), gone);
            scope.judge(
                    Instant.parse("2026-04-01T18:30:00Z"),
                    List.of(new JudgedGroup(Group.ofCase("K2"), "2", List.of(), List.of())));
            scope.night(Instant.parse("2026-05-01T18:30:00Z"), late, stalled, gone);
        }
    }

    @Test
    void aScopeMayBeCalledLikeTheSubcommand() {
        nightsOfViolations("surveys");

        assertThat(patuh("trends", "--lang", "en", "--", "surveys").out())
                .contains("Scope surveys: last completed run 4", "Open by unit and rule");
        assertThat(json("trends", "surveys", "surveys").at("/scopes/0/scope").asString())
                .isEqualTo("surveys");
        for (String verb : List.of("trends", "followups")) {
            assertThat(english(verb, "--help").out().replaceAll("\\s+", " "))
                    .contains("One that is called like a subcommand stands after the options and --.");
        }
    }

    @Test
    void surveysAreToldByUnitAndServiceUnderEachRegulation() throws IOException {
        deliver("2009-01-01,2009-06-30", "kepmenpan-25-2004", "Poli A", 14, 2);
        deliver("2025-07-01,2025-12-31", "permenpanrb-14-2017", "Poli A", 9, 3);
        deliver("2025-01-01,2025-06-30", "permenpanrb-14-2017", "Poli A", 9, 2);
        deliver("2025-01-01,2025-06-30", "permenpanrb-14-2017", "Poli B", 9, 4);
        night("2026-03-02T01:30");
        deliver("2025-01-01,2025-06-30", "permenpanrb-14-2017", "Poli A", 9, 4);
        night("2026-03-03T01:30");

        CommandLineRun told = english("trends", "surveys", SCOPE);
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsSubsequence(
                        "Rumah Sakit, Poli A",
                        "kepmenpan-25-2004",
                        "2009-01-01/2009-06-30 SKM 2009-01 35 50.00 C" + " 2.00".repeat(14),
                        "Another regulation, with other unsur: not to be compared with what stands above.",
                        "permenpanrb-14-2017",
                        "2025-01-01/2025-06-30 SKM 2025-01 35 100.00 A" + " 4.00".repeat(9),
                        "2025-07-01/2025-12-31 SKM 2025-07 35 75.00 C" + " 3.00".repeat(9),
                        "Rumah Sakit, Poli B",
                        "Rumah Sakit (taken together)",
                        "2025-01-01/2025-06-30 SKM 2025-01 70 100.00 A" + " 4.00".repeat(9) + " mean of the indices");
        assertThat(english("trends", "surveys", SCOPE, "--revisions").out())
                .contains("run 1, 2026-03-02 01:30  SKM 2025-01           35   50.00");

        assertThat(english("trends", "surveys", "--as-of", "2026-03-02").out())
                .containsPattern("2025-01-01/2025-06-30 +SKM 2025-01 +35 +50.00");

        JsonNode parts = json("trends", "surveys", "--revisions").at("/scopes/0/series/0/parts");
        assertThat(parts).hasSize(2);
        JsonNode revised = parts.at("/1/surveys/0");
        assertThat(revised.at("/period/end").asString()).isEqualTo("2025-06-30");
        assertThat(revised.at("/ikm").decimalValue()).isEqualByComparingTo("100");
        assertThat(revised.at("/earlier/0/ikm").decimalValue()).isEqualByComparingTo("50");
        assertThat(revised.at("/elements")).hasSize(9);

        String csv = patuh("trends", "surveys", SCOPE, "--format", "csv").out();
        assertThat(csv)
                .contains("RSUD;Rumah Sakit;Poli A;2;permenpanrb-14-2017;SKM 2025-01;2025-01-01;2025-06-30;2;"
                        + "2026-03-03 01:30:00;terakhir;35;U1;Persyaratan;4,00;100,00;A;");
        assertThat(csv.lines()).hasSize(1 + 15 + 4 * 10);
        assertThat(english("trends", "surveys", "--unit", "lain").out()).contains("No survey was graded here");
    }

    private void deliver(String period, String regulation, String service, int unsur, int score) throws IOException {
        String header = "survey,unit,service,regulation,period_start,period_end,respondent"
                + IntStream.rangeClosed(1, unsur).mapToObj(u -> ",U" + u).collect(Collectors.joining());
        String rows = IntStream.rangeClosed(1, 35)
                .mapToObj(i -> "SKM " + period.substring(0, 7) + ",Rumah Sakit," + service + "," + regulation + ","
                        + period + "," + i + ("," + score).repeat(unsur))
                .collect(Collectors.joining("\n", "\n", "\n"));
        Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(SCOPE));
        Files.writeString(inbox.resolve(new Random().nextLong() + ".csv"), header + rows);
    }

    private void night(String asOf) throws IOException {
        Path settings = folder.resolve("patuh.yaml");
        Files.writeString(settings, "patuh:\n  nightly:\n    inboxes: inbox\n    rest: 0s\n");
        CommandLineRun night = patuh("nightly", "--config", settings.toString(), "--as-of", asOf);
        assertThat(night.exitCode()).as(night.err()).isLessThan(2);
    }

    @Test
    void nightsWithoutDataAreNoCompliance() throws IOException {
        Files.createDirectories(folder.resolve("inbox").resolve("Dinas"));
        Path settings = folder.resolve("patuh.yaml");
        Files.writeString(settings, "patuh:\n  nightly:\n    inboxes: inbox\n    rest: 0s\n");
        String night = "2026-03-01T01:30:00+07:00";
        assertThat(english("nightly", "--config", settings.toString(), "--as-of", night)
                        .exitCode())
                .isEqualTo(3);

        assertThat(english("trends", "Dinas").out())
                .contains("Nothing was ever judged here")
                .doesNotContain("Period");
        assertThat(json("trends", "Dinas").at("/scopes/0/everJudged").asBoolean())
                .isFalse();
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsNoCompliance() {
        assertThat(english("trends").out()).isEqualTo("No run over a scope was completed yet.\n");
        assertThat(english("trends", "surveys").out()).isEqualTo("No run over a scope was completed yet.\n");
        for (List<String> wrong : List.of(
                List.of("trends", "lain"),
                List.of("trends", "surveys", "lain"),
                List.of("trends", "--by", "week"),
                List.of("trends", "--from", "kemarin"),
                List.of("trends", "--from", "2026-02-02", "--until", "2026-02-01"),
                List.of("trends", "--until", "2026-02-30"),
                List.of("trends", "--most", "-1"),
                List.of("trends", "--format", "xlsx"))) {
            CommandLineRun run = english(wrong.toArray(String[]::new));
            assertThat(run.exitCode()).as("%s", wrong).isEqualTo(2);
            assertThat(run.err().lines()).as("%s", wrong).hasSizeBetween(1, 2);
        }
    }
}
