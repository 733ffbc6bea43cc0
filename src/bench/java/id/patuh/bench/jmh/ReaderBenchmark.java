package id.patuh.bench.jmh;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.patuh.bench.hand.HandWritten;
import id.patuh.bench.hand.Texts;
import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.ruleset.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A log of 100,000 activities, or a survey of as many respondents, from file to records; hashing included but for FastCSV.
 * Run by itself it tells the processor time of a row instead of the time on the clock, which says more on a busy machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReaderBenchmark {

    private static final int ROUNDS = 40;

    private RuleSet rules;
    private Path log;
    private Path survey;

    /** Prints the least processor time of a row, by contestant, all of them in turns. */
    public static void main(String[] args) throws Exception {
        ReaderBenchmark all = new ReaderBenchmark();
        all.prepare();
        Map<String, Callable<Integer>> contestants = new LinkedHashMap<>();
        contestants.put("patuh", all::patuh);
        contestants.put("hand-written", all::handWritten);
        contestants.put("FastCSV, cells only", all::fastCsvAlone);
        contestants.put("patuh, respondents", all::respondents);
        Map<String, Double> least = new LinkedHashMap<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < ROUNDS; i++) {
            for (Map.Entry<String, Callable<Integer>> contestant : contestants.entrySet()) {
                long before = threads.getCurrentThreadCpuTime();
                int rows = contestant.getValue().call();
                double nanos = (double) (threads.getCurrentThreadCpuTime() - before) / rows;
                least.merge(contestant.getKey(), nanos, Math::min);
            }
        }
        least.forEach((name, nanos) -> System.out.printf("%-20s %4.0f ns a row%n", name, nanos));
    }

    @Setup
    public void prepare() throws IOException {
        rules = Prepared.rules();
        log = Prepared.log(rules);
        survey = Prepared.survey();
        if (patuh() != handWritten() || patuh() != fastCsvAlone() - 1 || respondents() != Prepared.ACTIVITIES) {
            throw new IllegalStateException("not the same");
        }
    }

    @Benchmark
    public int patuh() {
        return read(log).activities().size();
    }

    @Benchmark
    public int respondents() {
        return read(survey).responses().size();
    }

    private ReadAll read(Path file) {
        Intake.Options options = new Intake.Options(ZoneId.of("Asia/Jakarta"), null, null);
        return ReadAll.by(
                new Intake(options, rules.regulations(), rules.sops()),
                List.of(file.toString()),
                InputStream.nullInputStream());
    }

    @Benchmark
    public int handWritten() throws IOException {
        int[] rows = {0};
        HandWritten.read(log, new Texts(), new Texts(), of -> rows[0] += of.count);
        return rows[0];
    }

    /** No more than the cells as texts. */
    @Benchmark
    public int fastCsvAlone() throws IOException {
        int rows = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(log)) {
            for (CsvRecord row : csv) {
                rows += row.getFieldCount() > 1 ? 1 : 0;
            }
        }
        return rows;
    }
}
