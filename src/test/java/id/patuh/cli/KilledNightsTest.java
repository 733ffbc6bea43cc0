package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.GeneratedLog;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeEvent;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.State;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that are killed at any moment of a night. For many of them: {@code ./mvnw test -Dtest=KilledNightsTest
 * -Dpatuh.kills=100}, on each database.
 */
class KilledNightsTest {

    private static final int KILLS = Integer.getInteger("patuh.kills", 3);
    private static final List<String> UNITS = List.of("Dinas Kesehatan", "Sekretariat");
    private static final List<Instant> NIGHTS = List.of(
            Instant.parse("2026-06-01T18:30:00Z"),
            Instant.parse("2026-06-02T18:30:00Z"),
            Instant.parse("2026-11-19T18:30:00Z"));
    private static final List<Integer> OVER = List.of(ExitCode.OK, ExitCode.VIOLATIONS, ExitCode.UNREADABLE);

    @TempDir
    private Path folder;

    private final Random random = new Random(7);
    private int kills;

    @ParameterizedTest
    @EnumSource
    void theLedgerIsThatOfNightsThatNobodyDisturbed(TestDatabase database) throws Exception {
        Place calm = new Place("calm", database);
        long begun = System.nanoTime();
        for (int night = 0; night < NIGHTS.size(); night++) {
            calm.deliver(night);
            assertThat(calm.run(night)).isEqualTo(ExitCode.UNREADABLE);
        }
        long usual = (System.nanoTime() - begun) / NIGHTS.size();
        String expected = calm.told();
        assertThat(expected).contains("change=NEW", "COMPLETED", "rusak.csv");

        for (int round = 0; kills < KILLS; round++) {
            Place disturbed = new Place("round" + round, database);
            for (int night = 0; night < NIGHTS.size(); night++) {
                disturbed.deliver(night);
                disturbed.runDisturbed(night, usual);
            }
            assertThat(disturbed.told()).as("round " + round).isEqualTo(expected);
        }
    }

    /** Inboxes with what becomes of them. */
    private final class Place {

        private final Path home;
        private final String url;

        Place(String name, TestDatabase database) throws IOException {
            home = Files.createDirectories(folder.resolve(name));
            url = database == TestDatabase.H2
                    ? "jdbc:h2:file:" + home.resolve("db").resolve("patuh") + ";USER=patuh"
                    : database.newUrl();
            Files.writeString(
                    home.resolve("patuh.yaml"),
                    "patuh:\n  nightly:\n    inboxes: inbox\n    rest: 0s\n    lease: 1s\n    shard: 7\n");
        }

        /** Puts the files of a night there: the same ones everywhere. */
        void deliver(int night) throws IOException {
            Random own = new Random(night);
            int age = 0;
            for (String unit : UNITS) {
                Path inbox = Files.createDirectories(home.resolve("inbox").resolve(unit));
                for (String name : List.of("a.csv", "b.csv")) {
                    String log = GeneratedLog.text(GeneratedLog.rows(own, 40));
                    put(inbox.resolve(name), log, age++);
                }
                put(inbox.resolve("rusak.csv"), "malam " + night + "\n", age++);
            }
        }

        private void put(Path file, String text, int age) throws IOException {
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(NIGHTS.get(0).plusSeconds(age)));
        }

        int run(int night) throws IOException, InterruptedException {
            return start(night).waitFor();
        }

        void runDisturbed(int night, long usual) throws IOException, InterruptedException {
            boolean over = false;
            int killsLeft = 4;
            while (!over) {
                Process process = start(night);
                long patience = killsLeft == 0 ? TimeUnit.MINUTES.toNanos(5) : (long) (random.nextDouble() * usual);
                if (process.waitFor(patience, TimeUnit.NANOSECONDS)) {
                    over = OVER.contains(process.exitValue());
                } else {
                    process.destroyForcibly().waitFor();
                    kills++;
                    killsLeft--;
                }
            }
        }

        private Process start(int night) throws IOException {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.io.tmpdir=" + folder,
                    "-Dpatuh.cache=" + folder.resolve("cache"),
                    "-Dpatuh.build=test",
                    "-Dpatuh.db.url=" + url,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "id.patuh.cli.Patuh",
                    "nightly",
                    "--config",
                    home.resolve("patuh.yaml").toString(),
                    "--as-of",
                    NIGHTS.get(night).toString());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("told.txt").toFile()))
                    .start();
        }

        /** All that is known afterwards: violations, histories, files. */
        String told() throws IOException {
            List<String> lines = new ArrayList<>();
            try (Store store = Store.open(url)) {
                LifeBook book = new LifeBook(store);
                for (String unit : UNITS) {
                    for (LifeRun run : book.runs(unit)) {
                        lines.add(
                                unit + " " + run.number() + " " + run.asOf() + " " + run.stage() + " " + run.counts());
                        Map<String, String> violations = new TreeMap<>();
                        book.violations(
                                run,
                                EnumSet.allOf(State.class),
                                violation -> violations.put(
                                        violation.fingerprint(),
                                        violation.state() + " "
                                                + violation.text().subject()));
                        lines.add("violations " + violations.size() + " " + violations);
                        lines.add("changes "
                                + book.changes(run).stream()
                                        .map(LifeEvent::toString)
                                        .toList());
                    }
                }
                lines.addAll(store.read(transaction -> transaction.list(
                        "SELECT n.night_date, n.stage, f.name, f.sha256, f.outcome, f.activities, f.rejected, f.added, "
                                + "f.changed, f.passed_over, f.partial FROM night_file f JOIN night n "
                                + "ON n.id = f.night_id JOIN scope s ON s.id = n.scope_id ORDER BY n.night_date, s.name, "
                                + "f.name",
                        row -> {
                            List<String> cells = new ArrayList<>();
                            for (int i = 1; i <= 11; i++) {
                                cells.add(row.getString(i));
                            }
                            return String.join(" ", cells);
                        })));
            }
            for (String place : List.of("inbox", "arsip", "karantina")) {
                try (Stream<Path> files = Files.walk(home.resolve(place))) {
                    files.filter(Files::isRegularFile)
                            .map(file ->
                                    home.relativize(file) + " " + file.toFile().length())
                            .sorted()
                            .forEach(lines::add);
                }
            }
            return String.join("\n", lines);
        }
    }
}
