package id.patuh.bench.jmh;

import id.patuh.bench.hand.HandInMemory;
import id.patuh.bench.logs.ActivityLogs;
import id.patuh.ruleset.RuleSet;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

/** 100,000 activities in memory judged by all rules. The hand-written loop also does what binding does for patuh. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {

    private static final int ROUNDS = 60;

    private PatuhInMemory patuh;
    private HandInMemory hand;

    @Setup
    public void prepare() throws Exception {
        RuleSet rules = Prepared.rules();
        Path log = Prepared.log(rules);
        patuh = new PatuhInMemory(rules, log, ActivityLogs.AS_OF);
        hand = new HandInMemory(log, ActivityLogs.AS_OF);
        if (rulesAlone() != handWritten() || bindingAndRules() != handWritten()) {
            throw new IllegalStateException("not the same");
        }
    }

    @Benchmark
    public int rulesAlone() {
        return patuh.judge();
    }

    @Benchmark
    public int bindingAndRules() {
        return patuh.bindAndJudge();
    }

    @Benchmark
    public int handWritten() throws Exception {
        return hand.judge();
    }

    /** Prints CPU times instead, the best of some rounds taken in turns: wall times of a busy machine say little. */
    public static void main(String[] args) throws Exception {
        EngineBenchmark benchmark = new EngineBenchmark();
        benchmark.prepare();
        Map<String, Callable<Integer>> parts = new LinkedHashMap<>();
        parts.put("rules alone", benchmark::rulesAlone);
        parts.put("binding and rules", benchmark::bindingAndRules);
        parts.put("hand-written", benchmark::handWritten);
        Map<String, Long> best = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Callable<Integer>> part : parts.entrySet()) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                part.getValue().call();
                long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
                best.merge(part.getKey(), taken, Math::min);
            }
        }
        best.forEach(
                (part, nanos) -> System.out.printf("%-20s %4d ns an activity%n", part, nanos / Prepared.ACTIVITIES));
    }
}
