package id.patuh.bench.logs;

import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes an activity log of any size: the SOPs of the rule set mixed, forty units, legal rework, open cases, and in some
 * of the cases one defect each. Every order of one size and seed has the same rows; the same arguments give the same
 * bytes. Memory does not grow with the log.
 *
 * <pre>ActivityLogs FILE ACTIVITIES [--order grouped|case|time|shuffled] [--seed N] [--defects PER_MILLE]
 *     [--open PER_MILLE] [--expected FILE]</pre>
 */
public final class ActivityLogs {

    /** The {@code --as-of} for which a log is made. */
    public static final String AS_OF = LogCase.AS_OF.toString();

    private static final int SAMPLE = 4_000;
    private static final int BUFFER = 1 << 20;
    private static final double GOLDEN = 0.6180339887498949;
    /** A system that exports a case does not always list its rows in the order of their times. */
    private static final int ROTATED = 50;

    /** How rows stand in the file. */
    public enum Order {
        /** Rows of a case together; cases in no order. */
        GROUPED,
        /** Rows of a case together; cases by number. */
        CASE,
        /** By start. */
        TIME,
        /** In no order. */
        SHUFFLED
    }

    /**
     * What is wanted.
     *
     * @param activities about how many rows
     * @param defects cases of a thousand that have a defect
     * @param open cases of a thousand that are open, without a defect
     */
    public record Wish(long activities, Order order, long seed, int defects, int open) {

        /** The mix by which figures are reported. */
        public Wish(long activities, Order order) {
            this(activities, order, 1, 40, 20);
        }
    }

    private final Wish wish;
    private final LogCase maker;
    private final long cases;
    private long written;

    /** @param rules whose SOPs are followed */
    public ActivityLogs(RuleSet rules, Wish wish) {
        this.wish = wish;
        this.maker = new LogCase(rules.sops().all(), rules::calendar, wish.seed(), wish.defects(), wish.open());
        long rows = 0;
        for (int k = 0; k < SAMPLE; k++) {
            maker.make(k);
            rows += maker.rows;
        }
        this.cases = Math.max(1, Math.round((double) wish.activities() * SAMPLE / rows));
    }

    public static void main(String[] args) throws IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        Wish wish = new Wish(
                Long.parseLong(args[1]),
                Order.valueOf(options.getOrDefault("--order", "grouped").toUpperCase(Locale.ROOT)),
                Long.parseLong(options.getOrDefault("--seed", "1")),
                Integer.parseInt(options.getOrDefault("--defects", "40")),
                Integer.parseInt(options.getOrDefault("--open", "20")));
        RuleSet rules = RuleSetReader.read(Path.of("rules"));
        long before = System.nanoTime();
        ActivityLogs logs = new ActivityLogs(rules, wish);
        String expected = options.get("--expected");
        logs.write(Path.of(args[0]), expected == null ? null : Path.of(expected));
        System.out.printf(
                "%s: %,d activities in %,d cases, %,d MiB, %.1f s%n",
                args[0],
                logs.written,
                logs.cases,
                Files.size(Path.of(args[0])) >> 20,
                (System.nanoTime() - before) / 1e9);
    }

    /**
     * Writes the log.
     *
     * @param expected where to list what must be found, a line each: rule, case and step between tabs; or null
     * @return the number of activities
     */
    public long write(Path file, Path expected) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                PrintStream found = new PrintStream(
                        new BufferedOutputStream(
                                expected == null ? OutputStream.nullOutputStream() : Files.newOutputStream(expected)),
                        false,
                        StandardCharsets.US_ASCII)) {
            out.write(LogRows.HEADER);
            if (wish.order() == Order.GROUPED || wish.order() == Order.CASE) {
                writeCases(out, found);
            } else {
                try (Scattered rows = new Scattered(file, wish.seed(), limits())) {
                    for (long k = 0; k < cases; k++) {
                        make(k, found);
                        rows.add(maker);
                    }
                    rows.writeTo(out);
                }
            }
        }
        return written;
    }

    private void writeCases(OutputStream out, PrintStream found) throws IOException {
        LogRows rows = new LogRows();
        long stride = stride();
        for (long i = 0; i < cases; i++) {
            long k = wish.order() == Order.CASE ? i : Math.floorMod(i * stride + cases / 3, cases);
            make(k, found);
            int first = k % ROTATED == 7 ? maker.rows / 2 : 0;
            for (int row = 0; row < maker.rows; row++) {
                rows.add(maker, (first + row) % maker.rows);
            }
            if (rows.length > BUFFER - (1 << 16)) {
                out.write(rows.bytes, 0, rows.length);
                rows.clear();
            }
        }
        out.write(rows.bytes, 0, rows.length);
    }

    private void make(long k, PrintStream found) {
        maker.make(k);
        written += maker.rows;
        if (maker.defect != null) {
            found.printf("%s\tK-%09d\t%s%n", maker.defect.rule(), k, maker.foundAt == null ? "" : maker.foundAt);
        }
    }

    /** A step that visits every case once, far from its neighbours. */
    private long stride() {
        long stride = Math.max(1, (long) (cases * GOLDEN));
        while (gcd(stride, cases) != 1) {
            stride++;
        }
        return stride;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Times that split the rows into parts that fit into memory; null where they need not be sorted. */
    private long[] limits() {
        int parts = (int) Math.max(1, wish.activities() / Scattered.ROWS_TOGETHER + 1);
        if (wish.order() == Order.SHUFFLED) {
            return Scattered.anyOf(parts);
        }
        List<Long> starts = new ArrayList<>();
        for (long i = 0; i < SAMPLE; i++) {
            maker.make(cases * i / SAMPLE);
            for (int row = 0; row < maker.rows; row++) {
                starts.add(maker.start[row]);
            }
        }
        starts.sort(null);
        long[] limits = new long[parts];
        for (int i = 0; i < parts; i++) {
            limits[i] = i + 1 == parts ? Long.MAX_VALUE : starts.get((int) ((i + 1L) * starts.size() / parts));
        }
        return limits;
    }
}
