package id.patuh.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that everything kept must work on. */
public enum TestDatabase {
    H2,
    POSTGRESQL;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** Tables whose rows are never changed or removed. */
    static final List<String> KEPT_FOR_GOOD = List.of(
            "rule_file",
            "rule_set",
            "rule_set_file",
            "rule_version",
            "rule_report",
            "rule_event",
            "run",
            "run_input",
            "life_event",
            "waiver",
            "waiver_step",
            "outcome",
            "outcome_withdrawal",
            "handling",
            "followup_document",
            "saved_mapping",
            "audit_entry");

    /** The URL of a new database in which nothing is, not even tables; it lives as others do. */
    String emptyUrl() {
        return this == H2 ? newUrl() : onServer(PostgresServer::emptyDatabase);
    }

    /** The URL of a new database in which nothing is kept, which lives for half a minute after its last use. */
    public String newUrl() {
        if (this == H2) {
            return "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=30;USER=patuh";
        }
        return onServer(PostgresServer::newDatabase);
    }

    private static String onServer(Callable<String> made) {
        assumeTrue(PostgresServer.isAvailable(), "no PostgreSQL for this machine: not tested");
        try {
            return made.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives back to the disk what a database file holds for later, as closing it does only where that is quickly done. */
    public void compact(String url) throws SQLException {
        if (this == H2) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            }
        }
    }

    /** The URL of a new database whose tables are on a disk; to be dropped before the disk is. */
    public String newUrl(Path disk) {
        if (this == H2) {
            return "jdbc:h2:file:" + disk.resolve("patuh") + ";USER=patuh";
        }
        return onServer(() -> PostgresServer.newDatabase(disk));
    }

    /** Removes a database that has a disk of its own. */
    public void drop(String url) {
        if (this == POSTGRESQL) {
            try {
                PostgresServer.drop(url);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A connection of somebody who has the owner's rights and goes round the program. */
    public static Connection intruder(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** What an owner can switch off: triggers and references between tables. */
    public void disarm(Connection intruder) throws SQLException {
        try (Statement statement = intruder.createStatement()) {
            if (this == POSTGRESQL) {
                statement.execute("SET session_replication_role = replica");
                return;
            }
            for (String table : KEPT_FOR_GOOD) {
                statement.execute("DROP TRIGGER IF EXISTS " + table + "_append_only");
            }
            statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
        }
    }
}
