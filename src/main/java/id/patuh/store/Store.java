package id.patuh.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The database, with its tables as this program wants them: an H2 file or a PostgreSQL server. May be used by many threads;
 * to be closed.
 */
public final class Store implements AutoCloseable {

    /** Another writer came first: unique violation, serialization failure, deadlock, lock time-out of H2. */
    private static final Set<String> OVERTAKEN = Set.of("23505", "40001", "40P01", "HYT00");

    private static final int H2_TAKEN = 90020;
    private static final int MOST_ATTEMPTS = 400;
    private static final int LONGEST_PAUSE = 50;

    private final HikariDataSource source;

    private Store(HikariDataSource source) {
        this.source = source;
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param url as JDBC has it, with user and password where they are needed
     * @throws StoreException if it cannot be used
     */
    public static Store open(String url) {
        HikariDataSource source = null;
        try {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
            config.setAutoCommit(false);
            config.setMinimumIdle(1);
            source = new HikariDataSource(config);
            migrate(source, url);
            return new Store(source);
        } catch (RuntimeException e) {
            if (source != null) {
                source.close();
            }
            throw unusable(e);
        }
    }

    private static void migrate(HikariDataSource source, String url) {
        boolean h2 = url.startsWith("jdbc:h2:");
        String migrations = "classpath:id/patuh/store/migration/";
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(source)
                .locations(migrations + "common", migrations + (h2 ? "h2" : "postgresql"))
                .placeholders(Map.of("bytes", h2 ? "BLOB" : "BYTEA"))
                .load()
                .migrate();
    }

    /**
     * Reads, or does nothing but insert rows that no one else can have inserted.
     *
     * @throws StoreException if the database fails
     */
    public <T> T read(Transaction.Work<T> work) {
        try {
            return attempt(work);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /**
     * Writes. Where another writer came first, all of the work is done again over what is there then, so that it must have
     * no effect but on the transaction.
     *
     * @throws StoreException if the database fails, or others came first again and again
     */
    public <T> T write(Transaction.Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (SQLException e) {
                if (!OVERTAKEN.contains(e.getSQLState()) || attempt == MOST_ATTEMPTS) {
                    throw unusable(e);
                }
                pause(attempt);
            }
        }
    }

    private <T> T attempt(Transaction.Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean done = false;
            try {
                T result = work.in(new Transaction(connection));
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(Math.min(2 * attempt, LONGEST_PAUSE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("database-interrupted", Map.of(), e);
        }
    }

    private static StoreException unusable(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_TAKEN) {
                return new StoreException("database-taken", Map.of(), e);
            }
        }
        String reason = e instanceof FlywayException ? "database-not-migrated" : "database-unusable";
        return new StoreException(reason, Map.of("cause", String.valueOf(cause.getMessage())), e);
    }

    /** Closes all connections; those in use are waited for. */
    @Override
    public void close() {
        source.close();
    }
}
