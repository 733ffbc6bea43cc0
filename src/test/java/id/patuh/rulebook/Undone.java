package id.patuh.rulebook;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** A change by somebody who can do anything, which lasts until it is closed. Triggers and references are off. */
record Undone(Connection intruder, Collection<String> tables, int rows) implements AutoCloseable {

    static void save(Connection intruder, Collection<String> tables) throws SQLException {
        try (Statement statement = intruder.createStatement()) {
            for (String table : tables) {
                statement.execute("CREATE TABLE saved_" + table + " AS SELECT * FROM " + table);
            }
        }
    }

    static Undone change(Connection intruder, Collection<String> tables, String sql) throws SQLException {
        try (Statement statement = intruder.createStatement()) {
            return new Undone(intruder, tables, statement.executeUpdate(sql));
        }
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = intruder.createStatement()) {
            for (String table : tables) {
                statement.execute("DELETE FROM " + table);
                statement.execute("INSERT INTO " + table + " SELECT * FROM saved_" + table);
            }
        }
    }
}
