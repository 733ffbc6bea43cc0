package id.patuh.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The means of a survey in SQL, in DuckDB with 512 MB of memory: {@code src/bench/sql/survey.sql}. Writes the sum and the
 * number of the scores of each unsur.
 *
 * <pre>DuckDbSurvey FILE OUTPUT THREADS</pre>
 */
public final class DuckDbSurvey {

    private static final Path SCRIPT = Path.of("src", "bench", "sql", "survey.sql");

    private DuckDbSurvey() {}

    public static void main(String[] args) throws IOException, SQLException {
        String script = Files.readString(SCRIPT).replace("${table}", args[0]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set memory_limit = '512MB'; set threads = " + args[2]);
            StringBuilder found = new StringBuilder();
            try (ResultSet rows = statement.executeQuery(script)) {
                rows.next();
                for (int i = 1; i < rows.getMetaData().getColumnCount(); i += 2) {
                    found.append(rows.getBigDecimal(i))
                            .append('/')
                            .append(rows.getLong(i + 1))
                            .append('\n');
                }
            }
            Files.writeString(Path.of(args[1]), found);
        }
    }
}
