package id.patuh.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.engine.RuleCache;
import id.patuh.intake.InputPaths;
import id.patuh.report.Language;
import id.patuh.report.SimulationReport;
import id.patuh.report.SimulationTally;
import id.patuh.rulebook.Sha256;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.violation.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final RuleSet RULES = RuleSetReader.read(SmallRules.FILES, RuleCache.none());
    private static final String LOG = """
            case,sop,step,role,start,end
            A,B276,10,Kepala UKPBJ,2025-04-14 08:00,2025-04-14 08:45
            B,B276,10,Kepala UKPBJ,2025-04-14 08:00,2025-04-14 09:30
            B,B276,x,Kepala UKPBJ,kemarin,2025-04-14 09:30
            """;

    @TempDir
    private Path folder;

    /** Whatever paths came to: files packed and plain, copies, files passed over, paths that are not there, a stream. */
    @ParameterizedTest
    @EnumSource
    void aRunGivesTheSameBytesAgainWhenItsFilesAreGone(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            Ledger ledger = ledger(store);
            Path logs = Files.createDirectory(folder.resolve("logs"));
            Files.writeString(logs.resolve("a.csv"), LOG);
            Files.writeString(logs.resolve("b copy.csv"), LOG);
            Files.writeString(logs.resolve("readme.txt"), "no data");
            Files.write(logs.resolve("c.csv.gz"), packed(LOG.replace("\nB", "\nC")));
            Files.createDirectory(folder.resolve("empty"));
            List<String> paths = List.of(
                    logs.toString(), folder.resolve("absent.csv").toString(), "-", folder.resolve("empty") + "/");
            KeptRun run = keep(ledger, paths, LOG.replace("\nA", "\nD"));
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .filter(f -> !f.equals(folder))
                        .forEach(f -> f.toFile().delete());
            }

            KeptRun found = ledger.run(1);

            assertThat(found).isEqualTo(run);
            assertThat(found.inputs()).hasSize(7);
            assertThat(found.result().rejected()).isEqualTo(8);
            assertThat(again(ledger, found)).isEqualTo(run.result());
            assertThat(ledger.ruleSet(found).sha256()).isEqualTo(SmallRules.FILES.sha256());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedInputIsToldAndLeftOutOfSimulations(TestDatabase database) throws IOException, SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url)) {
            Ledger ledger = ledger(store);
            Path log = Files.writeString(folder.resolve("log.csv"), LOG);
            KeptRun first = keep(ledger, List.of(log.toString()), "");
            Files.writeString(log, LOG.replace("08:45", "09:45"));
            KeptRun second = keep(ledger, List.of(log.toString()), "");
            try (Connection intruder = TestDatabase.intruder(url);
                    Statement statement = intruder.createStatement()) {
                statement.execute("UPDATE run_content SET content = "
                        + (database == TestDatabase.H2 ? "X'1f8b08'" : "'\\x1f8b08'") + " WHERE sha256 = '"
                        + first.inputs().get(0).sha256() + "'");
                assertThat(problem(() -> ledger.open(first))).isEqualTo("input-altered");
                assertThat(again(ledger, second)).isEqualTo(second.result());

                SimulationTally tally = new SimulationTally(RULES, RULES, Language.EN, 1);
                new RunSimulator(ledger, RuleCache.none())
                        .simulate(null, RULES, RULES, tally, Language.EN, (path, rows) -> {});
                assertThat(tally.isIncomplete()).isTrue();
                assertThat(new SimulationReport(tally, Language.EN).text())
                        .contains("#1 " + log, "altered or damaged", "#2 " + log);

                statement.execute("DELETE FROM run_content");
                assertThat(problem(() -> ledger.open(second))).isEqualTo("input-missing");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordsAreNeverChangedAndShowItIfTheyAre(TestDatabase database) throws IOException, SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url)) {
            Ledger ledger = ledger(store);
            Path log = Files.writeString(folder.resolve("log.csv"), LOG);
            keep(ledger, List.of(log.toString()), "");
            keep(ledger, List.of(log.toString()), "");
            try (Connection intruder = TestDatabase.intruder(url);
                    Statement statement = intruder.createStatement()) {
                for (String change : List.of(
                        "UPDATE run SET major = 0",
                        "DELETE FROM run",
                        "UPDATE run_input SET name = 'x'",
                        "DELETE FROM run_input")) {
                    assertThatThrownBy(() -> statement.execute(change)).isInstanceOf(SQLException.class);
                }
                database.disarm(intruder);
                for (String[] change : new String[][] {
                    {"run SET major = major + 1", "run SET major = major - 1"},
                    {"run SET as_of = '2025-01-01T00:00:00Z'", "run SET as_of = '2025-04-14T05:00:00Z'"},
                    {"run SET as_of = 'x'", "run SET as_of = '2025-04-14T05:00:00Z'"},
                    {"run SET fail_on = NULL", "run SET fail_on = 'minor'"},
                    {"run SET incomplete = NOT incomplete", "run SET incomplete = NOT incomplete"},
                    {"run SET incomplete = NULL", "run SET incomplete = TRUE"},
                    {"run SET language = 'x'", "run SET language = 'en'"},
                    {"run_input SET details = 'x'", "run_input SET details = ''"},
                    {"run_input SET name = 'x' || name", "run_input SET name = SUBSTRING(name FROM 2)"},
                    {"run_input SET size = size + 1", "run_input SET size = size - 1"}
                }) {
                    statement.execute("UPDATE " + change[0]);
                    assertThat(problem(ledger::runs)).as(change[0]).isEqualTo("run-altered");
                    statement.execute("UPDATE " + change[1]);
                    assertThat(ledger.runs()).hasSize(2);
                }
                KeptRun run = ledger.run(1);
                statement.execute("UPDATE rule_set_file SET path = 'x' || path WHERE path LIKE 'sop/%'");
                assertThat(problem(() -> ledger.ruleSet(run))).isEqualTo("rules-altered");
                statement.execute("DELETE FROM run WHERE id = 1");
                assertThat(problem(ledger::runs)).isEqualTo("run-altered");
            }
        }
    }

    @Test
    void whatIsNotWhatWasCheckedIsNotKept() throws IOException {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            Ledger ledger = ledger(store);
            Path log = Files.writeString(folder.resolve("log.csv"), LOG);
            CheckRequest request = request(List.of(log.toString()));
            try (InputPaths inputs = new InputPaths(request.paths(), new ByteArrayInputStream(new byte[0]));
                    CheckResult result = new ComplianceCheck(RULES).run(request, inputs, (path, rows) -> {})) {
                assertThat(problem(() -> ledger.keep(
                                asked(),
                                inputs.found(),
                                result,
                                null,
                                SmallRules.FILES.with("further.txt", new byte[0]),
                                "test")))
                        .isEqualTo("rules-changed");
                Path mapping = Files.writeString(folder.resolve("mapping.yaml"), "id: later");
                assertThat(problem(() -> ledger.keep(
                                asked(mapping, "id: earlier"),
                                inputs.found(),
                                result,
                                mapping,
                                SmallRules.FILES,
                                "test")))
                        .isEqualTo("input-changed");
                Files.writeString(log, LOG + "\n");
                assertThat(problem(() -> ledger.keep(asked(), inputs.found(), result, null, SmallRules.FILES, "test")))
                        .isEqualTo("input-changed");
                Files.delete(log);
                assertThat(problem(() -> ledger.keep(asked(), inputs.found(), result, null, SmallRules.FILES, "test")))
                        .isEqualTo("input-not-kept");
            }
            assertThat(ledger.runs()).isEmpty();
            assertThat(problem(() -> ledger.run(1))).isEqualTo("run-unknown");
        }
    }

    @Test
    void aRunThatCannotBeRepeatedIsLeftOutOfSimulationsByName() throws IOException {
        try (Store store = Store.open(TestDatabase.H2.newUrl())) {
            Ledger ledger = ledger(store);
            Path log = Files.writeString(folder.resolve("log.csv"), LOG);
            String refused = "id: one\nkind: of an earlier program\n";
            Path mapping = Files.writeString(folder.resolve("mapping.yaml"), refused);
            CheckRequest request = request(List.of(log.toString()));
            try (InputPaths inputs = new InputPaths(request.paths(), new ByteArrayInputStream(new byte[0]));
                    CheckResult result = new ComplianceCheck(RULES).run(request, inputs, (path, rows) -> {})) {
                ledger.keep(asked(mapping, refused), inputs.found(), result, mapping, SmallRules.FILES, "test");
                ledger.keep(asked(), inputs.found(), result, null, SmallRules.FILES, "test");
            }
            String report = new RunSimulator(ledger, RuleCache.none()).report(SmallRules.FILES, SmallRules.FILES, null);
            assertThat(report)
                    .contains(
                            "#1 " + log + "  tidak diperiksa:", mapping + ":1:1: columns.case", "#2 " + log + "  per ");
        }
    }

    private static RunRequest asked(Path mapping, String text) {
        RunRequest asked = asked();
        return new RunRequest(
                asked.asOf(),
                asked.zone(),
                null,
                null,
                mapping.toString(),
                Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
                asked.language(),
                asked.failOn());
    }

    private static Ledger ledger(Store store) {
        return new Ledger(store, Clock.systemUTC());
    }

    private static RunRequest asked() {
        return new RunRequest(
                Instant.parse("2025-04-14T05:00:00Z"), ZONE, null, null, null, null, Language.EN, Severity.MINOR);
    }

    private static CheckRequest request(List<String> paths) {
        return new CheckRequest(paths, asked().asOf(), ZONE, null, null);
    }

    private static KeptRun keep(Ledger ledger, List<String> paths, String standardInput) {
        CheckRequest request = request(paths);
        byte[] stream = standardInput.getBytes(StandardCharsets.UTF_8);
        try (InputPaths inputs = new InputPaths(paths, new ByteArrayInputStream(stream));
                CheckResult result = new ComplianceCheck(RULES).run(request, inputs, (path, rows) -> {})) {
            return ledger.keep(asked(), inputs.found(), result, null, SmallRules.FILES, "test");
        }
    }

    private static RunResult again(Ledger ledger, KeptRun run) {
        try (OpenRun open = ledger.open(run);
                CheckResult result =
                        new ComplianceCheck(RULES).run(open.request(RULES), open.inputs(), (path, rows) -> {})) {
            return RunResult.of(result, run.request());
        }
    }

    private static String problem(Runnable work) {
        LedgerException e = catchThrowableOfType(LedgerException.class, work::run);
        assertThat(e).isNotNull();
        return e.reason();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
