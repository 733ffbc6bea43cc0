package id.patuh.cli;

import id.patuh.check.GeneratedLog;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeEvent;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.State;
import id.patuh.notice.Notice;
import id.patuh.notice.Outbox;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Inboxes, processes that run their nights, and all that is known afterwards. */
final class NightPlace {

    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    private final Path home;
    private final List<String> units;
    private final String url;

    /**
     * A place of its own.
     *
     * @param home where its files are
     * @param settings further lines of the settings
     */
    NightPlace(Path home, List<String> units, TestDatabase database, String settings) throws IOException {
        this(
                home,
                units,
                database == TestDatabase.H2 ? database.newUrl(home.resolve("db")) : database.newUrl(),
                settings);
    }

    /** @param url of its database */
    NightPlace(Path home, List<String> units, String url, String settings) throws IOException {
        this.home = Files.createDirectories(home);
        this.units = units;
        this.url = url;
        Files.writeString(
                home.resolve("patuh.yaml"), "patuh:\n  nightly:\n    inboxes: inbox\n    rest: 0s\n" + settings);
    }

    /** Puts the files of a night there: the same ones everywhere. */
    void deliver(int night, int cases) throws IOException {
        Random own = new Random(night);
        int age = 0;
        for (String unit : units) {
            Path inbox = Files.createDirectories(home.resolve("inbox").resolve(unit));
            for (String name : List.of("a.csv", "b.csv")) {
                put(inbox.resolve(name), GeneratedLog.text(GeneratedLog.rows(own, cases)), age++);
            }
            put(inbox.resolve("rusak.csv"), "malam " + night + "\n", age++);
        }
    }

    /** Puts a file there for the first unit. */
    void deliver(String name, String content) throws IOException {
        put(home.resolve("inbox").resolve(units.get(0)).resolve(name), content, 0);
    }

    private static void put(Path file, String text, int age) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN.plusSeconds(age)));
    }

    /** A process that runs nights. */
    Process start(String... options) throws IOException {
        return startVerb("nightly", options);
    }

    /** A process that serves pages, and runs nights by itself. */
    Process serve() throws IOException {
        return startVerb("serve", "--port", "0");
    }

    private Process startVerb(String verb, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(verb, "--config", home.resolve("patuh.yaml").toString()));
        arguments.addAll(List.of(options));
        return PatuhProcess.start(home, url, home.resolve("said.txt"), arguments);
    }

    /** Runs nights in this process. */
    CommandLineRun run(String asOf) {
        System.setProperty("patuh.db.url", url);
        try {
            String config = home.resolve("patuh.yaml").toString();
            return CommandLineRun.patuh("nightly", "--config", config, "--as-of", asOf, "--lang", "en");
        } finally {
            System.clearProperty("patuh.db.url");
        }
    }

    /** Waits until so many nights are over, of whichever units. */
    void await(int nights) throws InterruptedException {
        try (Store store = Store.open(url)) {
            long over = 0;
            while (over < nights) {
                Thread.sleep(50);
                over = store.read(transaction -> transaction
                        .find("SELECT COUNT(*) FROM night WHERE ended IS NOT NULL", row -> row.getLong(1))
                        .orElseThrow());
            }
        }
    }

    /** Has the messages that wait tried at the next chance. */
    void tryMessagesNow() throws SQLException {
        try (Connection intruder = TestDatabase.intruder(url);
                Statement statement = intruder.createStatement()) {
            statement.execute("UPDATE notice SET due = CURRENT_TIMESTAMP WHERE state = 'waiting'");
        }
    }

    /** The messages that there are for recipients. */
    List<Notice> notices() {
        try (Store store = Store.open(url)) {
            return new Outbox(store).all();
        }
    }

    /** Violations and histories. */
    List<String> ledger() {
        List<String> lines = new ArrayList<>();
        try (Store store = Store.open(url)) {
            LifeBook book = new LifeBook(store);
            units.forEach(unit -> book.runs(unit).forEach(run -> tell(book, unit, run, lines)));
        }
        return lines;
    }

    /** The same, and files. */
    List<String> told() throws IOException {
        List<String> lines = ledger();
        try (Store store = Store.open(url)) {
            lines.addAll(nightFiles(store));
        }
        for (String place : List.of("inbox", "arsip", "karantina")) {
            try (Stream<Path> files = Files.walk(home.resolve(place))) {
                files.filter(Files::isRegularFile)
                        .map(file -> home.relativize(file) + " " + file.toFile().length())
                        .sorted()
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** What files hold, wherever they stand in the inboxes, the archive and the quarantine. */
    List<String> contents() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String place : List.of("inbox", "arsip", "karantina")) {
            try (Stream<Path> files = Files.walk(home.resolve(place))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    lines.add(place + " " + Files.readString(file).hashCode());
                }
            }
        }
        Collections.sort(lines);
        return lines;
    }

    private static void tell(LifeBook book, String unit, LifeRun run, List<String> lines) {
        lines.add(unit + " " + run.number() + " " + run.asOf() + " " + run.stage() + " " + run.counts());
        if (run.isCompleted()) {
            Map<String, String> violations = new TreeMap<>();
            book.violations(
                    run,
                    EnumSet.allOf(State.class),
                    violation -> violations.put(
                            violation.fingerprint(),
                            violation.state() + " " + violation.text().subject()));
            violations.forEach((fingerprint, violation) -> lines.add(fingerprint + " " + violation));
            book.changes(run).stream().map(LifeEvent::toString).forEach(lines::add);
        }
    }

    private static List<String> nightFiles(Store store) {
        return store.read(transaction -> transaction.list(
                "SELECT n.night_date, n.stage, f.name, f.sha256, f.outcome, f.activities, f.rejected, f.added, "
                        + "f.changed, f.passed_over, f.partial FROM night_file f JOIN night n ON n.id = f.night_id "
                        + "JOIN scope s ON s.id = n.scope_id ORDER BY n.night_date, s.name, f.name",
                row -> {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= 11; i++) {
                        cells.add(row.getString(i));
                    }
                    return String.join(" ", cells);
                }));
    }
}
