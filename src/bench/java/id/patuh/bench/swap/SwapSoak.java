package id.patuh.bench.swap;

import id.patuh.engine.RuleCache;
import id.patuh.ruleset.TestedRuleSet;
import id.patuh.swap.Change;
import id.patuh.swap.CheckedFiles;
import id.patuh.swap.MemoryUse;
import id.patuh.swap.Soak;
import id.patuh.swap.WholePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Swaps rule sets under threads that check without pause. Ends with 1 where a check failed or was mixed, where a rule set
 * that is no longer in force is kept, or where memory grows.
 *
 * <pre>SwapSoak [SWAPS [compiled | shared | path [CHECKERS]]]</pre>
 *
 * Each rule set has rule code of its own ({@code compiled}); with {@code shared} only where the change is one of rule code.
 * With {@code path} each goes through the rulebook: draft, tested (lint and cases), proposed, approved, published. Two
 * threads check unless told otherwise.
 */
public final class SwapSoak {

    private static final Path FOLDER = Path.of("target", "bench", "swap");

    /** Of the looks at the memory, how many are the first hundred swaps of a thousand. */
    private static final int PART = 10;

    /** A rule set that is kept would take a hundred times as much for each swap. */
    private static final long MOST_GROWTH = 2L << 20;

    private SwapSoak() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int swaps = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        String mode = args.length > 1 ? args[1] : "compiled";
        int checkers = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        RuleCache cache = RuleCache.none();
        Files.createDirectories(FOLDER);
        long start = System.nanoTime();
        Soak.Outcome outcome;
        if (mode.equals("path")) {
            // In a file, as it is kept: in memory it would grow with the history.
            Path database = Files.createTempDirectory(FOLDER, "rulebook")
                    .resolve("patuh")
                    .toAbsolutePath();
            try (WholePath path = new WholePath("jdbc:h2:file:" + database, cache)) {
                outcome = new Soak(new CheckedFiles(FOLDER), swaps, false, path).run(checkers);
            }
        } else {
            Soak.Road compiled = content -> TestedRuleSet.of(content, cache, List.of());
            outcome = new Soak(new CheckedFiles(FOLDER), swaps, !mode.equals("shared"), compiled).run(checkers);
        }
        outcome.told().forEach(System.out::println);
        System.out.printf(
                "%,d swaps, %,d checks in %,d s: %,d failed, %,d mixed; %d rule sets kept, %d loaders of rules%n",
                swaps,
                outcome.checks(),
                (System.nanoTime() - start) / 1_000_000_000,
                outcome.failed(),
                outcome.mixed(),
                outcome.kept(),
                outcome.loaders());
        for (Change change : Change.values()) {
            Nanos.print(change + ": made ready", outcome.prepared().get(change));
            Nanos.print(change + ": swapped", outcome.swapped().get(change));
        }
        boolean flat = isFlat("heap after GC", outcome.memory(), MemoryUse::heap)
                & isFlat("metaspace", outcome.memory(), MemoryUse::metaspace);
        boolean sound = outcome.failed() + outcome.mixed() + outcome.kept() == 0 && outcome.loaders() == 1;
        System.exit(flat && sound ? 0 : 1);
    }

    private static boolean isFlat(String what, List<MemoryUse> looks, ToLongFunction<MemoryUse> bytes) {
        int part = Math.max(1, looks.size() / PART);
        long first = median(looks.subList(0, part), bytes);
        long last = median(looks.subList(looks.size() - part, looks.size()), bytes);
        System.out.printf("%-40s first tenth %,d KiB, last tenth %,d KiB%n", what, first >> 10, last >> 10);
        return last - first <= MOST_GROWTH;
    }

    private static long median(List<MemoryUse> looks, ToLongFunction<MemoryUse> bytes) {
        return looks.stream().mapToLong(bytes).sorted().toArray()[looks.size() / 2];
    }
}
