package id.patuh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreTest {

    private static final int KILLS = Integer.getInteger("patuh.kills", 3);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void anEmptyDatabaseIsBroughtUpToDateOnceAndKeepsWhatIsWritten(TestDatabase database) {
        String url = database.emptyUrl();
        try (Store store = Store.open(url)) {
            store.write(transaction -> insert(transaction, "a"));
        }
        try (Store store = Store.open(url)) {
            assertThat(files(store)).isEqualTo(1);
        }
    }

    /** Each database refuses some of these, or gives back something else. */
    @ParameterizedTest
    @EnumSource
    void textsThatNoDatabaseKeepsAreCleanedOnTheirWayIn(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            List<String> kept = store.read(transaction -> transaction.list(
                    "SELECT CAST(? AS VARCHAR) AS kept", row -> row.getString("kept"), "a\0b\ud800c\ud83d\ude00"));
            assertThat(kept).containsExactly("a?b?c\ud83d\ude00");
        }
    }

    @Test
    void anEmptyFileIsBroughtUpToDateAndKeepsWhatIsWritten() throws IOException, SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("patuh") + ";USER=patuh";
        DriverManager.getConnection(url).close();
        assertThat(Files.exists(folder.resolve("patuh.mv.db"))).isTrue();
        try (Store store = Store.open(url)) {
            store.write(transaction -> insert(transaction, "a"));
        }
        try (Store store = Store.open(url)) {
            assertThat(files(store)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void workThatFailsLeavesNothing(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            IllegalStateException failed = new IllegalStateException();
            Throwable thrown = catchThrowableOfType(
                    IllegalStateException.class,
                    () -> store.write(transaction -> {
                        insert(transaction, "a");
                        throw failed;
                    }));
            assertThat(thrown).isSameAs(failed);
            assertThat(files(store)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverComesSecondDoesHisWorkAgain(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            int[] attempts = {0};
            store.write(transaction -> {
                int known = count(transaction);
                if (attempts[0]++ == 0) {
                    store.write(other -> insert(other, "file" + known));
                }
                return insert(transaction, "file" + known);
            });
            assertThat(attempts[0]).isEqualTo(2);
            assertThat(files(store)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionSeesTheDataAsTheyWereWhenItBegan(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            int seen = store.read(transaction -> {
                int before = count(transaction);
                store.write(other -> insert(other, "a"));
                return count(transaction) - before;
            });
            assertThat(seen).isZero();
        }
    }

    /** Whether anything refers from one to the other or not. */
    @ParameterizedTest
    @EnumSource
    void aTransactionSeesAllTablesAsTheyWereAtOneMoment(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            String other = "SELECT sha256 FROM rule_report";
            int seen = store.read(transaction -> {
                count(transaction);
                store.write(overtaking -> {
                    overtaking.change("INSERT INTO rule_report (sha256, content) VALUES ('a', 'b')");
                    return insert(overtaking, "a");
                });
                return transaction.list(other, row -> 1).size();
            });
            assertThat(seen).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreNeitherChangedNorRemovedNotEvenByTheOwner(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection owner = TestDatabase.intruder(url);
                Statement statement = owner.createStatement()) {
            store.write(transaction -> insert(transaction, "a"));
            for (String sql : new String[] {"UPDATE rule_file SET sha256 = 'b'", "DELETE FROM rule_file"}) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
            for (String table : TestDatabase.KEPT_FOR_GOOD) {
                String sql = "TRUNCATE TABLE " + table;
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
            assertThat(files(store)).isEqualTo(1);
        }
    }

    @Test
    void aFileThatAnotherProcessHoldsIsNamedAsSuchAndWaitedFor() throws IOException, InterruptedException {
        String url = "jdbc:h2:file:" + folder.resolve("patuh");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');
            StoreException e = catchThrowableOfType(StoreException.class, () -> Store.open(url, Duration.ZERO));
            assertThat(e.reason()).isEqualTo("database-taken");
            CompletableFuture<Store> waiting = CompletableFuture.supplyAsync(() -> Store.open(url));
            Thread.sleep(1000);
            assertThat(waiting).isNotDone();
            other.destroyForcibly().waitFor();
            try (Store store = waiting.join()) {
                assertThat(files(store)).isZero();
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Another process that holds a database until it is ended. */
    static final class Holder {
        public static void main(String[] args) throws SQLException, InterruptedException {
            try (Connection held = DriverManager.getConnection(args[0])) {
                System.out.print(held.isClosed() ? '?' : '!');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }

    /** What was said to be kept is in the file at once, whatever becomes of the process or the disk after that. */
    @Test
    void whatIsWrittenIsInTheFileAtOnce() throws IOException {
        Path copy = folder.resolve("copy.mv.db");
        try (Store store = Store.open("jdbc:h2:file:" + folder.resolve("patuh"))) {
            store.write(transaction -> insert(transaction, "a"));
            Files.copy(folder.resolve("patuh.mv.db"), copy);
        }
        try (Store store = Store.open("jdbc:h2:file:" + folder.resolve("copy"))) {
            assertThat(files(store)).isEqualTo(1);
        }
    }

    /** Where the file grew with what is read, a server would fill the disk. */
    @Test
    void readingWritesNothing() throws IOException {
        Path file = folder.resolve("patuh.mv.db");
        try (Store store = Store.open("jdbc:h2:file:" + folder.resolve("patuh"))) {
            store.write(transaction -> {
                transaction.change("INSERT INTO rule_file (sha256, content) VALUES ('a', ?)", new byte[20_000]);
                return null;
            });
            long before = Files.size(file);
            for (int i = 0; i < 500; i++) {
                List<byte[]> read = store.read(transaction ->
                        transaction.list("SELECT content FROM rule_file", row -> row.getBytes("content")));
                assertThat(read).containsExactly(new byte[20_000]);
            }
            store.write(transaction -> null);
            assertThat(Files.size(file)).isEqualTo(before);
        }
    }

    /** A server runs for longer than its pool keeps connections, that which made the tables among them. */
    @Test
    void tablesOutliveTheConnectionThatMadeThem() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("patuh");
        try (Store store = Store.open(url);
                Connection inUse = DriverManager.getConnection(url)) {
            assertThat(inUse.isClosed()).isFalse();
            List<Integer> old = sessions(store);
            store.renewConnections();
            while (sessions(store).stream().filter(old::contains).count() > 1) {
                Thread.onSpinWait();
            }
            store.write(transaction -> {
                transaction.change("INSERT INTO rule_event (seq, person, role, action, actor, at, comment, hash) "
                        + "VALUES (1, 'ani', 'engineer', 'role-given', 'ani', CURRENT_TIMESTAMP, '', 'h')");
                return null;
            });
            assertThat(store.<Integer>read(transaction -> transaction
                            .list("SELECT seq FROM rule_event", row -> 1)
                            .size()))
                    .isEqualTo(1);
        }
    }

    private static List<Integer> sessions(Store store) {
        return store.read(transaction -> transaction.list(
                "SELECT session_id FROM INFORMATION_SCHEMA.SESSIONS", row -> row.getInt("session_id")));
    }

    @ParameterizedTest
    @EnumSource
    void whatANewerProgramKeptIsLeftAlone(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        Store.open(url).close();
        try (Connection newer = TestDatabase.intruder(url);
                Statement statement = newer.createStatement()) {
            statement.execute(
                    "INSERT INTO \"flyway_schema_history\" SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, "
                            + "\"installed_by\", \"installed_on\", 1, TRUE FROM \"flyway_schema_history\" "
                            + "WHERE \"version\" = '1'");
        }
        for (Runnable opening : List.<Runnable>of(() -> Store.open(url), () -> Store.openExisting(url))) {
            assertThat(catchThrowableOfType(StoreException.class, opening::run).reason())
                    .isEqualTo("database-newer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void readingMakesNoDatabaseAndNoTables(TestDatabase database) throws SQLException {
        String url = database.emptyUrl();
        assertThat(Store.openExisting(url)).isEmpty();
        try (Connection empty = TestDatabase.intruder(url)) {
            assertThat(Store.openExisting(url)).isEmpty();
            for (String name : List.of("flyway_schema_history", "rule_event", "RULE_EVENT")) {
                assertThat(empty.getMetaData().getTables(null, null, name, null).next())
                        .isFalse();
            }
        }
        Store.open(url).close();
        try (Store store = Store.openExisting(url).orElseThrow()) {
            assertThat(files(store)).isZero();
        }
        assertThat(Store.openExisting("jdbc:h2:file:" + folder.resolve("none/patuh")))
                .isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        StoreException e = catchThrowableOfType(
                StoreException.class, () -> Store.open("jdbc:h2:file:" + file.resolve("sub/patuh")));
        assertThat(e.reason()).isEqualTo("database-folder");
        assertThat(e.details()).containsEntry("folder", file.resolve("sub").toString());
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutItsPassword() {
        StoreException e = catchThrowableOfType(
                StoreException.class,
                () -> Store.open("jdbc:postgresql://127.0.0.1:1/none?user=patuh&password=geheim&connectTimeout=2"));
        assertThat(e.reason()).isEqualTo("database-unusable");
        assertThat(e.details().toString()).doesNotContain("geheim");
        e = catchThrowableOfType(StoreException.class, () -> Store.open("jdbc:none:geheim"));
        assertThat(e.details().toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @EnumSource
    void instantsComeBackToTheMicrosecond(TestDatabase database) {
        Instant at = Instant.parse("2026-12-31T23:59:59.999999Z");
        try (Store store = Store.open(database.newUrl())) {
            Optional<Instant> back = store.read(transaction -> transaction.find(
                    "SELECT CAST(? AS TIMESTAMP(6) WITH TIME ZONE) AS at", row -> Transaction.instant(row, "at"), at));
            assertThat(back).contains(at);
        }
    }

    /** PostgreSQL does so a minute after rows came, and joins as if there were none until then. */
    @ParameterizedTest
    @EnumSource
    void rowsAreCountedOnDemand(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            store.write(transaction -> insert(transaction, "a"));
            store.write(transaction -> insert(transaction, "b"));

            store.countRows(999, List.of("rule_file"));
            if (database == TestDatabase.POSTGRESQL) {
                assertThat(counted(store)).as("not after few").isEqualTo(-1);
            }
            store.countRows(1_000, List.of("rule_file"));

            assertThat(files(store)).isEqualTo(2);
            if (database == TestDatabase.POSTGRESQL) {
                assertThat(counted(store)).isEqualTo(2);
            }
        }
    }

    /** How many rows PostgreSQL takes the files for; -1 where it has not counted them. */
    private static int counted(Store store) {
        String query = "SELECT reltuples FROM pg_class WHERE relname = 'rule_file'";
        return store.read(transaction -> transaction.find(query, row -> row.getInt("reltuples")))
                .orElseThrow();
    }

    @Test
    void theDatabaseIsTheOneNamedElseAFileOfTheUsersOwn() throws IOException {
        Map<String, String> data = Map.of("XDG_DATA_HOME", folder.resolve("a b").toString());
        assertThat(StorePlace.url("jdbc:x", "/home", Map.of("PATUH_DB_URL", "jdbc:y")))
                .isEqualTo("jdbc:x");
        assertThat(StorePlace.url("", "/home", Map.of("PATUH_DB_URL", "jdbc:y")))
                .isEqualTo("jdbc:y");
        String inData = StorePlace.url("", "/home", data);
        Store.open(inData).close();
        assertThat(folder.resolve("a b/patuh/patuh.mv.db")).exists();
        assertThat(Files.getPosixFilePermissions(folder.resolve("a b/patuh"))).hasSize(3);
        Store.open(StorePlace.url("", folder.toString(), Map.of())).close();
        assertThat(folder.resolve(".local/share/patuh/patuh.mv.db")).exists();
    }

    private static Void insert(Transaction transaction, String sha256) throws SQLException {
        transaction.change("INSERT INTO rule_file (sha256, content) VALUES (?, ?)", sha256, new byte[] {1});
        return null;
    }

    private static int files(Store store) {
        return store.read(StoreTest::count);
    }

    private static int count(Transaction transaction) throws SQLException {
        return transaction.list("SELECT sha256 FROM rule_file", row -> 1).size();
    }

    /** H2 cannot take back half the tables: a file is there once it has all of them. */
    @Test
    void aFileIsMadeWholeBesideItsPlace(@TempDir Path place) throws IOException {
        String url = "jdbc:h2:file:" + place.resolve("patuh") + ";USER=patuh";
        assertThat(StorePlace.absentFile(url)).contains(place.resolve("patuh.mv.db"));
        Path beside = place.resolve("beside.mv.db");
        Store.open(StorePlace.withFile(url, beside)).close();
        assertThat(beside).exists();
        assertThat(Store.openExisting(url)).isEmpty();
        Files.delete(beside);

        Store.open(url).close();

        assertThat(StorePlace.absentFile(url)).isEmpty();
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).containsExactly(place.resolve("patuh.mv.db"));
        }
    }

    /** As far as a process came that was ended in the midst of it. */
    @Test
    void aMigrationThatWasBrokenOffIsBegunAnew(@TempDir Path place) throws Exception {
        String url = olderDatabase(place);
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            BeforeMigration.of(place.resolve("patuh.mv.db"), source).close();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE fact_case_version ADD COLUMN nameless_at DATE");
                statement.execute("INSERT INTO scope (name) VALUES ('halfway')");
            }
        }

        assertUpToDate(url, place);
    }

    @Test
    void aProcessThatIsKilledWhileItMigratesSpoilsNothing(@TempDir Path place) throws Exception {
        Random random = new Random(11);
        String url = olderDatabase(Files.createDirectory(place.resolve("older")));
        for (int kill = 0; kill < KILLS; kill++) {
            Path own = Files.createDirectory(place.resolve("kill" + kill));
            Files.copy(place.resolve("older/patuh.mv.db"), own.resolve("patuh.mv.db"));
            String ownUrl = url.replace("/older/", "/kill" + kill + "/");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opener.class.getName(),
                            ownUrl)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor(300 + random.nextInt(900), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            assertUpToDate(ownUrl, own);
        }
    }

    /** Another process that opens a database. */
    static final class Opener {
        public static void main(String[] args) {
            Store.open(args[0]).close();
        }
    }

    /** Names that H2 gave by itself, and later migrations name, are the same however far a file had come when it was closed. */
    @Test
    void aFileThatEndedAtAnyVersionComesUpToDate(@TempDir Path place) throws Exception {
        String url = "jdbc:h2:file:" + place.resolve("patuh") + ";USER=patuh";
        for (MigrationInfo each : migrations(url, "latest").info().all()) {
            // Once step by step, opened and closed at each version; once in one go to that version, then to the last.
            migrations(url, each.getVersion().getVersion()).migrate();
            String other = TestDatabase.H2.newUrl();
            migrations(other, each.getVersion().getVersion()).migrate();
            Store.open(other).close();
        }
        try (Store store = Store.open(url)) {
            assertThat(store.<List<String>>read(transaction -> transaction.list(
                            "SELECT constraint_name FROM information_schema.table_constraints "
                                    + "WHERE table_name = 'FACT_FILE' AND constraint_type = 'UNIQUE'",
                            row -> row.getString("constraint_name"))))
                    .containsExactly("FACT_FILE_READ_ONCE");
        }
    }

    private static Flyway migrations(String url, String target) {
        return Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:id/patuh/store/migration/common", "classpath:id/patuh/store/migration/h2")
                .placeholders(Map.of("bytes", "BLOB", "exact", ""))
                .target(target)
                .load();
    }

    /** As it was before the latest tables, with a row. */
    private static String olderDatabase(Path place) throws SQLException {
        String url = "jdbc:h2:file:" + place.resolve("patuh") + ";USER=patuh";
        migrations(url, "12.1").migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO scope (name) VALUES ('before')");
        }
        return url;
    }

    private static void assertUpToDate(String url, Path place) throws IOException {
        try (Store store = Store.open(url)) {
            assertThat(store.<List<String>>read(
                            transaction -> transaction.list("SELECT name FROM scope", row -> row.getString("name"))))
                    .containsExactly("before");
            assertThat(store.<List<Integer>>read(transaction ->
                            transaction.list("SELECT uses FROM fact_content_use", row -> row.getInt("uses"))))
                    .containsExactly(0);
        }
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files.filter(file -> file.toString().endsWith("patuh.mv.db.before.zip")))
                    .isEmpty();
        }
    }
}
