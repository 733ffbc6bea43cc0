package id.patuh.bench.jmh;

import id.patuh.bench.hand.Hours;
import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import id.patuh.law.WorkingCalendar;
import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** When limits end and by how much they are exceeded: a random start each, and the limits of SOPs in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class CalendarBenchmark {

    private static final int STARTS = 10_000;
    private static final String[] LIMITS = {"1 jam", "8 jam", "24 jam", "30 menit", "3 hari", "3 minggu"};

    private final long[] starts = new long[STARTS];
    private final long[] dues = new long[STARTS];
    private final long[] ends = new long[STARTS];
    private final TimeLimit[] limits = new TimeLimit[STARTS];
    private final long[] handLimits = new long[STARTS];
    private WorkingCalendar calendar;
    private Hours hours;

    @Setup
    public void prepare() throws IOException {
        calendar = Prepared.rules().calendar(null);
        hours = new Hours();
        Random random = new Random(1);
        long first = Instant.parse("2025-03-03T00:00:00Z").toEpochMilli();
        for (int i = 0; i < STARTS; i++) {
            starts[i] = first + random.nextInt(560_000) * 60_000L;
            limits[i] = TimeLimit.parse(LIMITS[i % LIMITS.length]).orElseThrow();
            handLimits[i] = Hours.limit(limits[i].amount(), limits[i].unit().name());
            dues[i] = calendar.due(starts[i], limits[i], Clock.WORKING);
            ends[i] = dues[i] + random.nextInt(20_000) * 60_000L;
        }
        if (patuhDue() != handDue() || patuhOverrun() != handOverrun()) {
            throw new IllegalStateException("not the same");
        }
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public long patuhDue() {
        long sum = 0;
        for (int i = 0; i < STARTS; i++) {
            sum += calendar.due(starts[i], limits[i], Clock.WORKING);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public long handDue() {
        long sum = 0;
        for (int i = 0; i < STARTS; i++) {
            sum += hours.due(starts[i], handLimits[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public long patuhOverrun() {
        long sum = 0;
        for (int i = 0; i < STARTS; i++) {
            sum += calendar.overrun(dues[i], ends[i], Clock.WORKING);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public long handOverrun() {
        long sum = 0;
        for (int i = 0; i < STARTS; i++) {
            sum += hours.overrun(dues[i], ends[i]);
        }
        return sum;
    }
}
