package id.patuh.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Statements that take effect together or not at all, over the data as they were when the first of them ran. Parameters are
 * texts (in which a question mark stands for what no database keeps), numbers, truth values, bytes, instants (kept in
 * microseconds) and null.
 */
public final class Transaction {

    private static final int ROWS_AT_A_TIME = 1000;
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private final Connection connection;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** What work in a transaction gives. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** What is done along with other work in a transaction. */
    @FunctionalInterface
    public interface Step {

        /** Nothing. */
        Step NONE = transaction -> {};

        void in(Transaction transaction) throws SQLException;

        /** This, and then another one. */
        default Step and(Step next) {
            return transaction -> {
                in(transaction);
                next.in(transaction);
            };
        }
    }

    /** Makes a value of the row that the cursor stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes the row that the cursor stands on. */
    @FunctionalInterface
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /** All rows of a query, in its order. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        List<T> values = new ArrayList<>();
        each(sql, row -> values.add(reader.read(row)), parameters);
        return values;
    }

    /** Goes through the rows of a query, in its order, with some of them in memory at a time. */
    public void each(String sql, RowTaker taker, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    /** The only row of a query, if there is one. */
    public <T> Optional<T> find(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Inserts, updates or deletes, and gives the number of rows. */
    public int change(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Does the same with each set of parameters, many at a time, and gives the number of all rows. */
    public int changeAll(String sql, Iterable<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int changed = 0;
            int waiting = 0;
            for (Object[] parameters : rows) {
                set(statement, parameters);
                statement.addBatch();
                if (++waiting == ROWS_AT_A_TIME) {
                    changed += Arrays.stream(statement.executeBatch()).sum();
                    waiting = 0;
                }
            }
            return changed + Arrays.stream(statement.executeBatch()).sum();
        }
    }

    /** The instant in a column of the row, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        java.time.OffsetDateTime at = row.getObject(column, java.time.OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        set(statement, parameters);
        return statement;
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Instant at) {
                statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            } else {
                statement.setObject(i + 1, parameters[i] instanceof String text ? storable(text) : parameters[i]);
            }
        }
    }

    /** Without NUL and halves of surrogate pairs, which no database takes, or which it gives back as something else. */
    private static String storable(String text) {
        boolean plain = text.chars().allMatch(c -> c != 0 && !Character.isSurrogate((char) c));
        return plain ? text : UNSTORABLE.matcher(text).replaceAll("?");
    }
}
