package id.patuh.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rules as SQL, in DuckDB with 512 MB of memory: {@code src/bench/sql/sop.sql} over the tables of the rule set.
 *
 * <pre>DuckDb FILE AS_OF LIST THREADS</pre>
 *
 * <p>With {@code -Dtimes} it says how long each statement takes.
 */
public final class DuckDb {

    private static final Path SCRIPT = Path.of("src", "bench", "sql", "sop.sql");

    private DuckDb() {}

    public static void main(String[] args) throws IOException, SQLException {
        String script = Files.readString(SCRIPT)
                .replaceAll("(?m)^--.*$", "")
                .replace("${log}", args[0])
                .replace("${as-of}", args[1])
                .replace("${list}", args[2])
                .replace("${threads}", args[3]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\\s*\\n")) {
                if (!sql.isBlank()) {
                    long before = System.nanoTime();
                    statement.execute(sql);
                    if (System.getProperty("times") != null) {
                        System.err.printf(
                                "%,6d ms %s%n",
                                (System.nanoTime() - before) / 1_000_000,
                                sql.strip().split("\n")[0]);
                    }
                }
            }
        }
    }
}
