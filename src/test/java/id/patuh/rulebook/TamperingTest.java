package id.patuh.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever an owner of the database changes behind the rulebook's back is found. */
class TamperingTest {

    private static final Map<String, String> KEYS = new TreeMap<>(Map.of(
            "rule_file", "sha256",
            "rule_set", "sha256",
            "rule_set_file", "path || set_sha256",
            "rule_version", "id",
            "rule_report", "sha256",
            "rule_event", "seq"));

    @ParameterizedTest
    @EnumSource
    void everyCellOfEveryRow(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection intruder = TestDatabase.intruder(url)) {
            Rulebook rulebook = filled(store);
            database.disarm(intruder);
            Undone.save(intruder, KEYS.keySet());
            int changes = 0;
            for (Map.Entry<String, String> table : KEYS.entrySet()) {
                for (String key : keys(intruder, table)) {
                    for (Cell cell : cells(intruder, table.getKey())) {
                        for (String value : cell.others()) {
                            String sql = "UPDATE " + table.getKey() + " SET " + cell.column() + " = " + value
                                    + " WHERE " + table.getValue() + " = '" + key + "' AND "
                                    + cell.differs(value);
                            changes += foundOrRefused(rulebook, intruder, sql);
                        }
                    }
                }
            }
            assertThat(changes).isGreaterThan(100);
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRowRemovedAndEveryRowAdded(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection intruder = TestDatabase.intruder(url)) {
            Rulebook rulebook = filled(store);
            String head = rulebook.history().head();
            database.disarm(intruder);
            Undone.save(intruder, KEYS.keySet());
            for (Map.Entry<String, String> table : KEYS.entrySet()) {
                for (String key : keys(intruder, table)) {
                    String sql = "DELETE FROM " + table.getKey() + " WHERE " + table.getValue() + " = '" + key + "'";
                    try (Undone undone = Undone.change(intruder, KEYS.keySet(), sql)) {
                        assertThat(undone.rows()).isEqualTo(1);
                        assertThat(rulebook.verify(head).isSound()).as(sql).isFalse();
                    }
                }
            }
            String hash = "'" + "0".repeat(64) + "'";
            for (String sql : List.of(
                    "INSERT INTO rule_file SELECT " + hash + ", content FROM rule_file WHERE sha256 = "
                            + "(SELECT MIN(sha256) FROM rule_file)",
                    "INSERT INTO rule_set VALUES (" + hash + ")",
                    "INSERT INTO rule_set_file SELECT set_sha256, 'x' || path, file_sha256 FROM rule_set_file",
                    "INSERT INTO rule_set_file SELECT " + hash
                            + ", path, MIN(file_sha256) FROM rule_set_file GROUP BY path",
                    "INSERT INTO rule_version SELECT id + 100, id, set_sha256, code_sha256, author FROM rule_version",
                    "INSERT INTO rule_report VALUES (" + hash + ", 'x')")) {
                try (Undone undone = Undone.change(intruder, KEYS.keySet(), sql)) {
                    assertThat(undone.rows()).isPositive();
                    assertThat(rulebook.verify(head).isSound()).as(sql).isFalse();
                }
            }
            assertThat(rulebook.verify(head).isSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEndThatWasCutOffShowsOnlyToWhoKnowsTheHead(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection intruder = TestDatabase.intruder(url);
                Statement statement = intruder.createStatement()) {
            Rulebook rulebook = filled(store);
            List<Entry> entries = rulebook.history().entries();
            for (Entry entry : entries) {
                assertThat(rulebook.verify(entry.hash()).isSound()).isTrue();
            }
            Verification whole = rulebook.verify(null);
            assertThat(whole.head()).isEqualTo(entries.get(entries.size() - 1).hash());
            database.disarm(intruder);
            statement.execute("DELETE FROM rule_event WHERE seq = " + entries.size());

            assertThat(rulebook.verify(null).isSound()).isTrue();
            assertThat(rulebook.verify(whole.head()).problem())
                    .isEqualTo(new Problem("head-absent", Map.of("head", whole.head())));
            assertThat(rulebook.verify(entries.get(0).hash()).isSound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryThatDoesNotFitIsNeitherUsedNorContinued(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection intruder = TestDatabase.intruder(url);
                Statement statement = intruder.createStatement()) {
            Rulebook rulebook = filled(store);
            database.disarm(intruder);
            statement.execute("UPDATE rule_event SET comment = 'lain' WHERE seq = 3");

            Verification verification = rulebook.verify(null);
            assertThat(verification.entries()).isEqualTo(2);
            assertThat(verification.problem()).isEqualTo(new Problem("entry-altered", Map.of("entry", "3")));
            List<Runnable> uses = List.of(
                    () -> rulebook.inForce(Instant.MAX),
                    () -> rulebook.content(1),
                    () -> rulebook.draft(RulebookTest.content("z"), "ani", "baru", null));
            for (Runnable use : uses) {
                assertThat(catchThrowableOfType(RulebookException.class, use::run)
                                .problem())
                        .isEqualTo(verification.problem());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVersionWhoseFilesWereChangedIsNotPublished(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection intruder = TestDatabase.intruder(url);
                Statement statement = intruder.createStatement()) {
            Rulebook rulebook = filled(store);
            long version = RulebookTest.draft(rulebook, "z");
            "tpa".chars().forEach(step -> RulebookTest.step(rulebook, version, (char) step));
            database.disarm(intruder);
            statement.execute("UPDATE rule_file SET content = CAST('x' AS BYTEA) WHERE sha256 = '"
                    + Sha256.of("z".getBytes(StandardCharsets.UTF_8)) + "'");
            assertThat(catchThrowableOfType(RulebookException.class, () -> rulebook.publish(version, "budi", null))
                            .problem()
                            .reason())
                    .isEqualTo("file-altered");
        }
    }

    /** A rulebook with every kind of entry. */
    private static Rulebook filled(Store store) {
        Rulebook rulebook = RulebookTest.rulebook(store, new MovingClock(Instant.parse("2026-11-20T01:00:00Z")));
        rulebook.draft(RulebookTest.content("a"), "ani", "baru", null);
        "ftpau".chars().forEach(step -> RulebookTest.step(rulebook, 1, (char) step));
        rulebook.draft(RulebookTest.content("b"), "budi", "lebih baik", 1L);
        "tp".chars().forEach(step -> RulebookTest.step(rulebook, 2, (char) step));
        rulebook.approve(2, "ani", "");
        rulebook.publish(2, "ani", Instant.parse("2026-12-01T00:00:00Z"));
        rulebook.rollBack(1, "ani", "kembali");
        rulebook.draft(RulebookTest.content("a"), "ani", "lagi", 2L);
        rulebook.reject(3, "budi", "jangan");
        return rulebook;
    }

    private static int foundOrRefused(Rulebook rulebook, Connection intruder, String sql) throws SQLException {
        try (Undone undone = Undone.change(intruder, KEYS.keySet(), sql)) {
            if (undone.rows() == 0) {
                return 0;
            }
            assertThat(rulebook.verify(null).isSound()).as(sql).isFalse();
            return 1;
        } catch (SQLException e) {
            // A check, a unique key or a length, which hold even then.
            assertThat(e.getSQLState()).as(sql + ": " + e.getMessage()).matches("23...|22001");
            return 0;
        }
    }

    private static List<String> keys(Connection intruder, Map.Entry<String, String> table) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Statement statement = intruder.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + table.getValue() + " FROM " + table.getKey())) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private static List<Cell> cells(Connection intruder, String table) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        try (Statement statement = intruder.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                cells.add(new Cell(
                        rows.getMetaData().getColumnName(i), rows.getMetaData().getColumnTypeName(i)));
            }
        }
        return cells;
    }
}
