package id.patuh.bench;

import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.ruleset.RuleSet;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures and prints how long work takes and how much heap reading needs. */
final class Measured {

    private static final int ROUNDS = 5;

    private Measured() {}

    /** Prints the median and the first of a few rounds. */
    static void time(String what, Callable<Integer> work) throws Exception {
        long[] millis = new long[ROUNDS];
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
            long before = System.nanoTime();
            found = work.call();
            millis[i] = (System.nanoTime() - before) / 1_000_000;
        }
        long first = millis[0];
        Arrays.sort(millis);
        System.out.printf("%-32s %,7d ms median, %,7d ms first, %,d found%n", what, millis[ROUNDS / 2], first, found);
    }

    /** Prints the heap that reading a file needs at most, and what its records hold. */
    static void heap(RuleSet rules, Path file) {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        ReadAll dataset = read(rules, file);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
                "%,d activities, %,d rejected; heap: peak %,d MiB, held %,d MiB of at most %,d MiB%n",
                dataset.activities().size(),
                dataset.rejected().size(),
                peak >> 20,
                memory.totalMemory() - memory.freeMemory() >> 20,
                memory.maxMemory() >> 20);
    }

    /** Reads a file as {@code patuh check} does. */
    static ReadAll read(RuleSet rules, Path file) {
        return ReadAll.by(
                new Intake(
                        new Intake.Options(ZoneId.of("Asia/Jakarta"), null, null), rules.regulations(), rules.sops()),
                List.of(file.toString()),
                InputStream.nullInputStream());
    }
}
