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
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
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

/** A log of 100,000 activities from file to records; hashing included but for FastCSV. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReaderBenchmark {

    private RuleSet rules;
    private Path log;

    @Setup
    public void prepare() throws IOException {
        rules = Prepared.rules();
        log = Prepared.log(rules);
        if (patuh() != handWritten() || patuh() != fastCsvAlone() - 1) {
            throw new IllegalStateException("not the same");
        }
    }

    @Benchmark
    public int patuh() {
        Intake.Options options = new Intake.Options(ZoneId.of("Asia/Jakarta"), null, null);
        return ReadAll.by(
                        new Intake(options, rules.regulations(), rules.sops()),
                        List.of(log.toString()),
                        InputStream.nullInputStream())
                .activities()
                .size();
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
