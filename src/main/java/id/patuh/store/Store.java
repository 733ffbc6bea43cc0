package id.patuh.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * The database, with its tables as this program wants them: an H2 file or a PostgreSQL server. May be used by many threads;
 * to be closed.
 */
public final class Store implements AutoCloseable {

    /** Another writer came first: unique violation, serialization failure, deadlock, lock time-out of H2. */
    private static final Set<String> OVERTAKEN = Set.of("23505", "40001", "40P01", "HYT00");

    static final String TAKEN = "database-taken";
    private static final int H2_TAKEN = 90020;
    private static final int H2_ABSENT = 90146;
    private static final String IN_MEMORY = "jdbc:h2:mem:";
    private static final String ONLY_EXISTING = ";IFEXISTS=";
    private static final String ON_EXIT = ";DB_CLOSE_ON_EXIT=";
    /** H2 would close the file as soon as the process is told to end, under what is let end first. */
    private static final String NOT_ON_EXIT = ON_EXIT + "FALSE";

    private static final String SHARED = ";AUTO_SERVER=TRUE";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BETWEEN_OPENINGS = 200;
    /** Of a hundred requests at a time few are at the database at the same moment. */
    static final int CONNECTIONS = 20;

    private static final int LIBRARY_CONNECTIONS = 4;
    private static final int MOST_ATTEMPTS = 400;
    private static final int LONGEST_PAUSE = 50;
    /** Rows after which the database counts anew. */
    private static final int MANY = 1_000;

    private final HikariDataSource source;
    private HikariDataSource libraries;
    private final boolean h2;
    private final Path folder;
    private final boolean own;

    private Store(HikariDataSource source, String url) {
        this.source = source;
        this.h2 = isH2(url);
        this.folder = StorePlace.folder(url).orElse(null);
        this.own = isOwn(url);
    }

    /** Whether it is a file that no other process may open meanwhile. */
    private static boolean isOwn(String url) {
        return StorePlace.folder(url).isPresent()
                && !url.toUpperCase(Locale.ROOT).contains(SHARED);
    }

    /**
     * Opens the database and brings its tables up to date; makes a database file where there is none. Another process that
     * holds the file is waited for, ten seconds at most.
     *
     * @param url as JDBC has it, with user and password where they are needed
     * @throws StoreException if it cannot be used
     */
    public static Store open(String url) {
        return open(url, PATIENCE);
    }

    /** @param patience for how long another process that holds the file is waited for; the last try may end later */
    static Store open(String url, Duration patience) {
        StorePlace.makeFolder(url);
        return open(url, true, patience).orElseThrow();
    }

    /**
     * The same where there is a database with tables already; nothing is made.
     *
     * @return empty where nothing was ever kept
     * @throws StoreException if there is one that cannot be used
     */
    public static Optional<Store> openExisting(String url) {
        return open(url, false, PATIENCE);
    }

    private static Optional<Store> open(String url, boolean make, Duration patience) {
        long begun = System.nanoTime();
        while (true) {
            try {
                Optional<Path> absent = make ? StorePlace.absentFile(url) : Optional.empty();
                if (absent.isPresent()) {
                    makeWhole(url, absent.get());
                }
                putBack(url);
                return tryToOpen(url, make);
            } catch (StoreException e) {
                if (!e.reason().equals(TAKEN) || System.nanoTime() - begun >= patience.toNanos()) {
                    throw e;
                }
                sleep(BETWEEN_OPENINGS);
            }
        }
    }

    /**
     * Makes a database file under another name first: H2 has no transactions over tables, and a process that ends in the midst
     * would leave a file that can never be used. Does nothing where another process was faster.
     */
    private static void makeWhole(String url, Path file) {
        Path beside = file.resolveSibling(UUID.randomUUID() + ".mv.db");
        try {
            tryToOpen(StorePlace.withFile(url, beside), true).orElseThrow().close();
            try {
                Files.createLink(file, beside);
            } catch (UnsupportedOperationException e) {
                Files.move(beside, file);
            }
        } catch (FileAlreadyExistsException e) {
            // It is as whole as this one.
        } catch (IOException e) {
            throw unusable(e);
        } finally {
            beside.toFile().delete();
        }
    }

    private static Optional<Store> tryToOpen(String url, boolean make) {
        HikariDataSource source = null;
        Store store = null;
        try {
            source = connect(make ? url : onlyExisting(url));
            Flyway migrations = migrations(source, isH2(url));
            MigrationInfoService known = migrations.info();
            refuseNewer(known);
            if (make || known.current() != null) {
                boolean changed = known.pending().length > 0 && migrate(migrations, known, source, url);
                if (changed && isH2(url) && !url.startsWith(IN_MEMORY)) {
                    // H2 works out the checks of a new table with the connection that made it, and no row can be
                    // inserted once that is closed, as pools do after a while; those it finds on opening are its own.
                    source.close();
                    source = connect(url);
                }
                store = new Store(source, url);
            }
            return Optional.ofNullable(store);
        } catch (RuntimeException e) {
            if (!make && hasCode(e, H2_ABSENT)) {
                return Optional.empty();
            }
            throw unusable(e);
        } finally {
            if (store == null && source != null) {
                source.close();
            }
        }
    }

    /** @return whether anything was changed; another process may have been faster */
    private static boolean migrate(Flyway migrations, MigrationInfoService known, DataSource source, String url) {
        Optional<Path> file = known.current() == null ? Optional.empty() : StorePlace.file(url);
        if (file.isEmpty()) {
            return migrations.migrate().migrationsExecuted > 0;
        }
        try (BeforeMigration before = BeforeMigration.of(file.get(), source)) {
            try {
                migrations.migrate();
            } catch (FlywayValidateException e) {
                // Nothing was changed.
                before.remove();
                throw e;
            }
            before.remove();
            return true;
        } catch (IOException | SQLException e) {
            throw unusable(e);
        }
    }

    private static void putBack(String url) {
        Optional<Path> file = StorePlace.file(url);
        if (file.isPresent()) {
            try {
                BeforeMigration.putBack(file.get());
            } catch (IOException e) {
                throw unusable(e);
            }
        }
    }

    private static HikariDataSource connect(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(isOwn(url) && !url.toUpperCase(Locale.ROOT).contains(ON_EXIT) ? url + NOT_ON_EXIT : url);
        if (isH2(url)) {
            // Repeatable read of H2 is that of each table, from when it, or one that refers to it, is first used.
            config.setConnectionInitSql("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
            // No connection to one's own process goes stale; and of a database in memory the one that made the tables
            // must
            // stay, or their checks fail.
            config.setMaxLifetime(0);
            config.setIdleTimeout(0);
        } else {
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
            // Of a process that stands still: its transaction would keep others waiting for as long.
            config.setConnectionInitSql("SET SESSION idle_in_transaction_session_timeout = '60s'");
        }
        config.setAutoCommit(false);
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private static String onlyExisting(String url) {
        boolean decides = !isH2(url) || url.toUpperCase(Locale.ROOT).contains(ONLY_EXISTING);
        return decides ? url : url + ONLY_EXISTING + "TRUE";
    }

    private static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }

    private static Flyway migrations(HikariDataSource source, boolean h2) {
        String migrations = "classpath:id/patuh/store/migration/";
        return Flyway.configure(Store.class.getClassLoader())
                .dataSource(source)
                .locations(migrations + "common", migrations + (h2 ? "h2" : "postgresql"))
                .placeholders(Map.of("bytes", h2 ? "BLOB" : "BYTEA", "exact", h2 ? "" : "COLLATE \"C\""))
                .load();
    }

    /** What a later program keeps this one may not understand. */
    private static void refuseNewer(MigrationInfoService known) {
        for (MigrationInfo applied : known.applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS
                    || applied.getState() == MigrationState.FUTURE_FAILED) {
                throw new StoreException("database-newer", Map.of(), null);
            }
        }
    }

    /** The folder that the database lies in which is a file; empty for any other one. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /**
     * Connections for libraries that keep their tables here and have their own transactions: each statement is one by itself
     * unless they say otherwise, over what others committed by then. Closed with this.
     */
    public synchronized DataSource forLibraries() {
        if (libraries == null) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(source.getJdbcUrl());
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            config.setMinimumIdle(1);
            config.setMaximumPoolSize(LIBRARY_CONNECTIONS);
            libraries = new HikariDataSource(config);
        }
        return libraries;
    }

    /** Whether no other process can use the database while this one does, so that what others left is of ended ones. */
    public boolean isOwn() {
        return own;
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
                T result = attempt(work);
                makeDurable();
                return result;
            } catch (SQLException e) {
                boolean overtaken = e.getSQLState() != null && OVERTAKEN.contains(e.getSQLState());
                if (!overtaken || attempt == MOST_ATTEMPTS) {
                    throw unusable(e);
                }
                pause(attempt);
            }
        }
    }

    /** H2 writes a moment after it said so: what a full disk or a sudden end keeps from the file would be lost in silence. */
    private void makeDurable() throws SQLException {
        if (h2) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
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

    /**
     * Has the database count the rows of some tables now, after many came or changed: PostgreSQL decides by these numbers how
     * it joins, and would count only a while later. Not to be told of tables that are about to be filled: it would take them
     * for empty meanwhile, which is worse than not to know. Nothing on H2, which counts as it goes, nor after few: they make no
     * difference to how it joins.
     *
     * @param changed how many came or changed
     * @param tables their names
     * @throws StoreException if the database fails
     */
    public void countRows(long changed, List<String> tables) {
        if (!h2 && changed >= MANY) {
            for (String table : tables) {
                // Each by itself: others that do the same wait for no more than one table.
                write(transaction -> transaction.change("ANALYZE " + table));
            }
        }
    }

    private static void pause(int attempt) {
        sleep(ThreadLocalRandom.current().nextInt(Math.min(2 * attempt, LONGEST_PAUSE)));
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("database-interrupted", Map.of(), e);
        }
    }

    /** Closes the connections that nobody uses, as happens to each after a while, and makes new ones. */
    void renewConnections() {
        source.getHikariPoolMXBean().softEvictConnections();
    }

    private static StoreException unusable(Exception e) {
        if (e instanceof StoreException known) {
            return known;
        }
        if (hasCode(e, H2_TAKEN)) {
            return new StoreException(TAKEN, Map.of(), e);
        }
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = e instanceof FlywayException ? "database-not-migrated" : "database-unusable";
        return new StoreException(reason, Map.of("cause", String.valueOf(cause.getMessage())), e);
    }

    private static boolean hasCode(Throwable e, int code) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == code) {
                return true;
            }
        }
        return false;
    }

    /** Closes all connections; those in use are waited for. */
    @Override
    public synchronized void close() {
        if (libraries != null) {
            libraries.close();
        }
        source.close();
    }
}
