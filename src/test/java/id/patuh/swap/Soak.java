package id.patuh.swap;

import id.patuh.engine.RuleCache;
import id.patuh.ruleset.ActiveRules;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.TestedRuleSet;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Swaps rule sets under checks that run without pause, and holds each report against what its rule set alone gives. */
public final class Soak {

    /** Swaps between two looks at the memory. */
    private static final int BETWEEN_LOOKS = 5;

    private static final int MOST_TOLD = 10;
    private static final String LOADER = "id.patuh.engine.RuleClasses$Loader";
    private static final String SHA256 = "0".repeat(64);

    private final CheckedFiles files;
    private final int swaps;
    private final boolean otherCode;
    private final Road road;
    private final Map<Set<Change>, String> alone = new HashMap<>();
    private final LongAdder checks = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder mixed = new LongAdder();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final List<WeakReference<RuleSet>> replaced = new ArrayList<>();
    private final List<MemoryUse> memory = new ArrayList<>();
    private final long[] prepared;
    private final long[] swapped;
    private final AtomicInteger lastChecked = new AtomicInteger(-1);
    private volatile boolean ended;

    /**
     * What came of it.
     *
     * @param checks done
     * @param failed checks that broke off
     * @param mixed checks whose report is not what their rule set alone gives
     * @param told of some of these
     * @param prepared nanoseconds from the files of a rule set until it might be put in force, by what was changed
     * @param swapped nanoseconds that putting it in force took, likewise
     * @param memory every few swaps, checks going on
     * @param kept rule sets no longer in force that are reachable in the end
     * @param loaders of rule classes that were not there in the beginning and are reachable in the end
     */
    public record Outcome(
            long checks,
            long failed,
            long mixed,
            List<String> told,
            Map<Change, long[]> prepared,
            Map<Change, long[]> swapped,
            List<MemoryUse> memory,
            long kept,
            long loaders) {}

    /** How files become a rule set that may be put in force. */
    @FunctionalInterface
    public interface Road {

        /** @param files of the next rule set */
        TestedRuleSet to(RuleSetContent files);
    }

    /**
     * @param otherCode whether each rule set has rule code of its own, that must be compiled
     * @param road the same for all of them
     */
    public Soak(CheckedFiles files, int swaps, boolean otherCode, Road road) {
        this.files = files;
        this.swaps = swaps;
        this.otherCode = otherCode;
        this.road = road;
        this.prepared = new long[swaps];
        this.swapped = new long[swaps];
    }

    /** Runs it with as many checking threads. */
    public Outcome run(int checkers) throws InterruptedException {
        reportEachAlone();
        long loadersBefore = MemoryUse.reachable(LOADER);
        ActiveRules active = new ActiveRules(prepared(new Edition(0)));
        ExecutorService threads = Executors.newFixedThreadPool(checkers);
        for (int i = 0; i < checkers; i++) {
            threads.execute(() -> checkOn(active));
        }
        try {
            awaitCheckUnder(new Edition(0));
            for (int i = 0; i < swaps; i++) {
                swap(active, new Edition(i + 1), i);
            }
        } finally {
            ended = true;
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
        long loaders = MemoryUse.reachable(LOADER) - loadersBefore;
        long kept = replaced.stream().filter(old -> !old.refersTo(null)).count();
        return new Outcome(
                checks.sum(),
                failed.sum(),
                mixed.sum(),
                List.copyOf(told),
                byChange(prepared),
                byChange(swapped),
                memory,
                kept,
                loaders);
    }

    private void reportEachAlone() {
        int editions = 2 * Change.values().length;
        for (int number = 0; number < editions; number++) {
            Edition edition = new Edition(number);
            alone.put(edition.changes(), reportAlone(edition));
        }
        if (Set.copyOf(alone.values()).size() < editions) {
            throw new IllegalStateException("two rule sets cannot be told by their reports");
        }
    }

    private void swap(ActiveRules active, Edition next, int i) throws InterruptedException {
        replaced.add(new WeakReference<>(active.current()));
        long start = System.nanoTime();
        TestedRuleSet candidate = prepared(next);
        prepared[i] = System.nanoTime() - start;
        start = System.nanoTime();
        active.activate(candidate);
        swapped[i] = System.nanoTime() - start;
        awaitCheckUnder(next);
        if (next.number() % BETWEEN_LOOKS == 0) {
            memory.add(MemoryUse.now());
        }
    }

    private TestedRuleSet prepared(Edition edition) {
        RuleSetContent content = edition.content(otherCode);
        TestedRuleSet candidate = road.to(content);
        if (!candidate.ruleSet().sha256().equals(content.sha256())) {
            throw new IllegalStateException(edition.version() + " has the hash of another rule set");
        }
        return candidate;
    }

    /** Its own rules, compiled by themselves; what names the one edition among those of the same changes is left out. */
    private String reportAlone(Edition edition) {
        RuleSet ruleSet = RuleSetReader.read(edition.content(otherCode), RuleCache.none());
        return files.report(ruleSet).replace(ruleSet.sha256(), SHA256).replace(ruleSet.version(), "");
    }

    private void checkOn(ActiveRules active) {
        while (!ended) {
            RuleSet ruleSet = active.current();
            Edition edition = Edition.of(ruleSet);
            try {
                String report = files.report(ruleSet);
                if (!isOf(edition, ruleSet.sha256(), report)) {
                    tell(mixed, edition.version() + " of " + ruleSet.sha256() + ": " + report);
                }
            } catch (RuntimeException | Error e) {
                tell(failed, edition.version() + ": " + e);
            }
            checks.increment();
            lastChecked.accumulateAndGet(edition.number(), Math::max);
        }
    }

    private boolean isOf(Edition edition, String sha256, String report) {
        return report.contains('"' + edition.version() + '"')
                && report.contains(sha256)
                && report.replace(sha256, SHA256).replace(edition.version(), "").equals(alone.get(edition.changes()));
    }

    private void tell(LongAdder count, String what) {
        count.increment();
        if (told.size() < MOST_TOLD) {
            told.add(what);
        }
    }

    private void awaitCheckUnder(Edition edition) throws InterruptedException {
        while (lastChecked.get() < edition.number()) {
            Thread.sleep(1);
        }
    }

    private static Map<Change, long[]> byChange(long[] nanos) {
        Map<Change, long[]> byChange = new HashMap<>();
        int kinds = Change.values().length;
        for (Change change : Change.values()) {
            byChange.put(
                    change,
                    IntStream.range(0, nanos.length)
                            .filter(i -> i % kinds == change.ordinal())
                            .mapToLong(i -> nanos[i])
                            .sorted()
                            .toArray());
        }
        return byChange;
    }
}
