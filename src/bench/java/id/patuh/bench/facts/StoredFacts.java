package id.patuh.bench.facts;

import id.patuh.bench.logs.ActivityLogs;
import id.patuh.facts.Evaluated;
import id.patuh.facts.Facts;
import id.patuh.facts.HowRead;
import id.patuh.facts.Shard;
import id.patuh.facts.StoredCase;
import id.patuh.facts.Taking;
import id.patuh.intake.FoundInput;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Takes a large log, has it evaluated, takes a small one with a hundredth of its cases grown, and does a night over what
 * changed; then again where a tenth as much is stored.
 *
 * <pre>StoredFacts FOLDER [ACTIVITIES]</pre>
 */
public final class StoredFacts {

    private static final Instant AS_OF = LocalDateTime.parse(ActivityLogs.AS_OF)
            .atZone(ZoneId.of("Asia/Jakarta"))
            .toInstant();
    private static final String SCOPE = "unit";
    private static final String RULES = "a";
    private static final int SHARD = 1_000;

    private final Path folder;
    private final RuleSet rules = RuleSetReader.read(Path.of("rules"));

    private StoredFacts(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        long activities = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000;
        StoredFacts bench = new StoredFacts(Files.createDirectories(Path.of(args[0])));
        bench.run("jdbc:h2:file:" + bench.folder.resolve("warm" + System.nanoTime()) + ";USER=patuh", activities / 10);
        for (long stored : new long[] {activities / 10, activities}) {
            bench.run("jdbc:h2:file:" + bench.folder.resolve("h2-" + System.nanoTime()) + ";USER=patuh", stored);
            bench.run(TestDatabase.POSTGRESQL.newUrl(), stored);
        }
    }

    private void run(String url, long activities) throws Exception {
        Path log = folder.resolve("log-" + activities + ".csv");
        new ActivityLogs(rules, new ActivityLogs.Wish(activities, ActivityLogs.Order.GROUPED)).write(log, null);
        Path grown = grown(log, folder.resolve("grown.csv"));
        System.out.printf("%n%,d activities, %s%n", activities, url.replaceAll("[/?].*", ""));
        try (Store store = Store.open(url)) {
            Facts facts = new Facts(store);
            Hold hold =
                    new Scopes(store).take(SCOPE, "bench", Duration.ofDays(1)).orElseThrow();
            take(facts, hold, log, "all");
            night(store, facts, hold);
            size(store, url);
            take(facts, hold, grown, "grown");
            night(store, facts, hold);
            night(store, facts, hold);
        }
    }

    private void take(Facts facts, Hold hold, Path file, String what) throws Exception {
        Taking taking = timed(
                "take " + what,
                () -> facts.take(
                        hold,
                        FoundInput.file(file.getFileName().toString(), file),
                        new HowRead(ZoneId.of("Asia/Jakarta")),
                        rules,
                        AS_OF,
                        (path, rows) -> {},
                        taken -> Transaction.Step.NONE));
        taking.read().rejected().close();
        System.out.printf(
                "    %,d activities: %,d cases added, %,d changed, %,d unchanged, %,d passed over, %,d partial%n",
                taking.activities(),
                taking.added(),
                taking.changed(),
                taking.unchanged(),
                taking.passedOver().count(),
                taking.partial().count());
    }

    private static void night(Store store, Facts facts, Hold hold) throws Exception {
        timed("select", () -> {
            facts.select(hold, AS_OF, RULES);
            return null;
        });
        List<Shard> shards = timed("shards", () -> facts.shards(hold, SHARD));
        List<Evaluated> evaluated = new ArrayList<>();
        long activities = timed("read", () -> {
            long rows = 0;
            for (Shard shard : shards) {
                for (StoredCase one : facts.due(hold, shard)) {
                    rows += one.rows().size();
                    evaluated.add(new Evaluated(one.caseId(), one.version(), null, false, List.of()));
                }
            }
            return rows;
        });
        timed("mark", () -> {
            for (int i = 0; i < evaluated.size(); i += SHARD) {
                List<Evaluated> some = evaluated.subList(i, Math.min(i + SHARD, evaluated.size()));
                store.write(transaction -> {
                    facts.evaluated(hold, 1, RULES, some).in(transaction);
                    return null;
                });
            }
            return null;
        });
        System.out.printf(
                "    %,d cases due, %,d activities, %,d shards%n", evaluated.size(), activities, shards.size());
    }

    private static void size(Store store, String url) throws IOException {
        long bytes = store.read(transaction -> transaction
                .list("SELECT SUM(OCTET_LENGTH(content)) FROM fact_case_version", row -> row.getLong(1))
                .get(0));
        long words = store.read(transaction -> transaction
                .list("SELECT SUM(OCTET_LENGTH(content)) FROM fact_log", row -> row.getLong(1))
                .get(0));
        long activities = store.read(transaction -> transaction
                .list("SELECT SUM(activities) FROM fact_case_version", row -> row.getLong(1))
                .get(0));
        System.out.printf(
                "    %.1f bytes an activity, words of the log %,d bytes%n", (double) bytes / activities, words);
        if (url.startsWith("jdbc:h2:file:")) {
            Path file = Path.of(url.substring("jdbc:h2:file:".length()).split(";")[0] + ".mv.db");
            System.out.printf("    file: %,d MiB%n", Files.size(file) >> 20);
        } else {
            long all = store.read(transaction -> transaction
                    .list("SELECT pg_database_size(current_database())", row -> row.getLong(1))
                    .get(0));
            System.out.printf("    database: %,d MiB%n", all >> 20);
        }
    }

    /** The rows of a hundredth of the cases, with a further one each. */
    private static Path grown(Path log, Path into) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(log);
                BufferedWriter out = Files.newBufferedWriter(into)) {
            out.write(lines.readLine() + "\n");
            String last = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String number = line.substring(0, line.indexOf(','));
                if (!number.endsWith("00")) {
                    continue;
                }
                out.write(line + "\n");
                if (!number.equals(last)) {
                    out.write(number + ",B276,1,Kepala UKPBJ,P-1,2026-11-20 08:00,2026-11-20 09:00,,,,\n");
                    last = number;
                }
            }
        }
        return into;
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        T result = work.call();
        System.out.printf("  %-12s %,8d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
        return result;
    }
}
