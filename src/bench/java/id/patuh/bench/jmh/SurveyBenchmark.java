package id.patuh.bench.jmh;

import id.patuh.ruleset.RuleSet;
import id.patuh.skm.Answers;
import id.patuh.skm.Period;
import id.patuh.skm.ResponseLessons;
import id.patuh.skm.ResponseRecord;
import id.patuh.skm.ScoredUnsur;
import id.patuh.skm.SkmBinder;
import id.patuh.skm.SkmFacts;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.SurveyResponses;
import id.patuh.skm.UnsurLabel;
import id.patuh.spool.Spool;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The nine means of one survey with ten million respondents. For patuh and the loop 10,000 made-up respondents answer a
 * thousand times; DuckDB has all ten million in a table in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class SurveyBenchmark {

    private static final int UNSUR = 9;
    private static final int MADE = 10_000;
    private static final int TIMES = 1_000;
    /** Reports give means with so many decimals at most. */
    private static final int DECIMALS = 4;

    private final byte[][] scores = new byte[MADE][UNSUR];
    private final List<ResponseRecord> responses = new ArrayList<>();
    private RuleSet rules;
    private Connection duckDb;

    @Setup
    public void prepare() throws IOException, SQLException {
        rules = Prepared.rules();
        Random random = new Random(1);
        for (byte[] answers : scores) {
            for (int i = 0; i < UNSUR; i++) {
                answers[i] = (byte) (1 + random.nextInt(4));
            }
        }
        List<UnsurLabel> labels = labels();
        SurveyHeader header = new SurveyHeader(
                "S",
                "Unit",
                null,
                null,
                "permenpanrb-14-2017",
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)),
                null,
                null,
                labels);
        SourceTable table = new SourceTable("made-up", null);
        // As a reader gives them: the same cell, the same answers.
        Answers[] known = new Answers[4];
        Arrays.setAll(known, i -> new Answers(List.of(BigDecimal.valueOf(i + 1L)), false));
        for (byte[] answers : scores) {
            Answers[] given = new Answers[UNSUR];
            Arrays.setAll(given, i -> known[answers[i] - 1]);
            responses.add(new ResponseRecord(
                    header, null, null, given, new SourceRow(table, responses.size() + 2, new String[0])));
        }
        fillDuckDb();
        String means = handWritten();
        if (!means.equals(patuh()) || !means.equals(duckDbOneThread()) || !means.equals(duckDbTwoThreads())) {
            throw new IllegalStateException("not the same: " + means + patuh() + duckDbOneThread());
        }
    }

    private static List<UnsurLabel> labels() {
        List<UnsurLabel> labels = new ArrayList<>();
        for (int i = 1; i <= UNSUR; i++) {
            labels.add(new UnsurLabel("U" + i, null));
        }
        return labels;
    }

    private void fillDuckDb() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement sql = duckDb.createStatement()) {
            sql.execute("create table made (u1 tinyint, u2 tinyint, u3 tinyint, u4 tinyint, u5 tinyint, u6 tinyint,"
                    + " u7 tinyint, u8 tinyint, u9 tinyint)");
            for (byte[] a : scores) {
                StringBuilder values = new StringBuilder();
                for (byte score : a) {
                    values.append(values.length() == 0 ? "" : ",").append(score);
                }
                sql.execute("insert into made values (" + values + ")");
            }
            sql.execute("create table responses as select made.* from range(" + TIMES + "), made");
        }
    }

    @TearDown
    public void close() throws SQLException {
        duckDb.close();
    }

    @Benchmark
    public String patuh() {
        SurveyResponses counted = new SurveyResponses(rules.regulations(), new ResponseLessons(), Spool.USUAL_MOST);
        for (int time = 0; time < TIMES; time++) {
            responses.forEach(counted::add);
        }
        SkmFacts facts = new SkmBinder(
                        rules.regulations(),
                        rules.parameters(),
                        List.of(),
                        (sop, day) -> Optional.empty(),
                        LocalDate.of(2026, 11, 20))
                .bind(counted, List.of());
        counted.close();
        StringBuilder means = new StringBuilder();
        for (ScoredUnsur unsur : facts.surveys().get(0).getUnsur()) {
            means.append(unsur.getMean().setScale(DECIMALS, RoundingMode.UNNECESSARY))
                    .append(' ');
        }
        return means.toString();
    }

    @Benchmark
    public String handWritten() {
        long[] sums = new long[UNSUR];
        for (int time = 0; time < TIMES; time++) {
            for (byte[] answers : scores) {
                for (int i = 0; i < UNSUR; i++) {
                    sums[i] += answers[i];
                }
            }
        }
        StringBuilder means = new StringBuilder();
        for (long sum : sums) {
            means.append(BigDecimal.valueOf(sum)
                            .divide(BigDecimal.valueOf((long) MADE * TIMES), DECIMALS, RoundingMode.HALF_UP))
                    .append(' ');
        }
        return means.toString();
    }

    @Benchmark
    public String duckDbOneThread() throws SQLException {
        return duckDb(1);
    }

    @Benchmark
    public String duckDbTwoThreads() throws SQLException {
        return duckDb(2);
    }

    private String duckDb(int threads) throws SQLException {
        try (Statement sql = duckDb.createStatement()) {
            sql.execute("set threads = " + threads);
            try (ResultSet row =
                    sql.executeQuery("select sum(u1), sum(u2), sum(u3), sum(u4), sum(u5), sum(u6), sum(u7), sum(u8),"
                            + " sum(u9), count(*) from responses")) {
                row.next();
                BigDecimal respondents = row.getBigDecimal(UNSUR + 1);
                StringBuilder means = new StringBuilder();
                for (int i = 1; i <= UNSUR; i++) {
                    means.append(row.getBigDecimal(i).divide(respondents, DECIMALS, RoundingMode.HALF_UP))
                            .append(' ');
                }
                return means.toString();
            }
        }
    }
}
