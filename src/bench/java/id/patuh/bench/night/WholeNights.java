package id.patuh.bench.night;

import id.patuh.bench.logs.ActivityLogs;
import id.patuh.engine.RuleCache;
import id.patuh.ledger.life.LifeRun;
import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.FixedRules;
import id.patuh.nightly.NightSettings;
import id.patuh.nightly.Nights;
import id.patuh.nightly.ScopeOutcome;
import id.patuh.nightly.WrittenSettings;
import id.patuh.nightly.digest.DigestRequest;
import id.patuh.nightly.digest.DigestSettings;
import id.patuh.nightly.digest.Digests;
import id.patuh.nightly.digest.Recipient;
import id.patuh.notice.MailServer;
import id.patuh.notice.Outbox;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The first night over a large log, one after about 10,000 of its activities changed, and one after nothing did; one that
 * removes the names of what came first, the one after it, and one that removes its rows; each with its digest. Then the same
 * where a tenth is stored and as much changed.
 *
 * <pre>WholeNights FOLDER [ACTIVITIES]</pre>
 */
public final class WholeNights {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Instant AS_OF =
            LocalDateTime.parse(ActivityLogs.AS_OF).atZone(ZONE).toInstant();
    private static final String SCOPE = "unit";

    private static final DigestSettings DIGEST = new DigestSettings(
            new MailServer("127.0.0.1", 25, MailServer.Security.NONE, null, null, "patuh@example.go.id"),
            List.of(
                    new Recipient("all", "all@example.go.id", null, Language.ID, ZONE, List.of()),
                    new Recipient("one", "one@example.go.id", null, Language.EN, ZONE, List.of(SCOPE))),
            DigestSettings.USUAL_DAYS,
            DigestSettings.USUAL_LINES,
            DigestSettings.USUAL_SECONDS);

    private final Path folder;
    private final AppliedRules rules;

    private WholeNights(Path folder) {
        this.folder = folder;
        RuleSetContent files = RuleSetContent.of(Path.of("rules"));
        this.rules = new AppliedRules(files, RuleSetReader.read(files, RuleCache.none()));
    }

    public static void main(String[] args) throws Exception {
        long activities = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000;
        WholeNights bench = new WholeNights(Files.createDirectories(Path.of(args[0])));
        bench.run("jdbc:h2:file:" + bench.folder.resolve("warm" + System.nanoTime()) + ";USER=patuh", 20_000, "0");
        for (String url : new String[] {null, TestDatabase.POSTGRESQL.newUrl()}) {
            bench.run(url == null ? bench.h2() : url, activities / 10, "0");
            bench.run(url == null ? bench.h2() : TestDatabase.POSTGRESQL.newUrl(), activities, "00");
        }
    }

    private String h2() {
        return "jdbc:h2:file:" + folder.resolve("h2-" + System.nanoTime()) + ";USER=patuh";
    }

    /** @param changed how the numbers of the cases end that change */
    private void run(String url, long activities, String changed) throws Exception {
        System.out.printf("%n%,d activities, %s%n", activities, url.replaceAll("[/?].*", ""));
        Path log = folder.resolve("log-" + activities + ".csv");
        new ActivityLogs(rules.ruleSet(), new ActivityLogs.Wish(activities, ActivityLogs.Order.GROUPED))
                .write(log, null);
        Path place = folder.resolve("place-" + System.nanoTime());
        NightSettings settings = WrittenSettings.of(place);
        Path inbox = Files.createDirectories(settings.inboxes().resolve(SCOPE));
        try (Store store = Store.open(url)) {
            Files.copy(log, inbox.resolve("all.csv"));
            night(store, settings, "first", AS_OF);
            grown(log, inbox.resolve("grown.csv"), changed);
            night(store, settings, "changed", AS_OF.plus(Duration.ofDays(1)));
            night(store, settings, "nothing", AS_OF.plus(Duration.ofDays(2)));
            // What came in the first night is older than that, and what came in the second is not.
            night(
                    store,
                    WrittenSettings.of(place, "retention: {personal: 2d}"),
                    "names",
                    AS_OF.plus(Duration.ofDays(3)));
            night(store, settings, "nameless", AS_OF.plus(Duration.ofDays(4)));
            NightSettings rows = WrittenSettings.of(place, "retention: {personal: 4d, facts: 4d}");
            night(store, rows, "rows", AS_OF.plus(Duration.ofDays(5)));
            night(store, rows, "nothing", AS_OF.plus(Duration.ofDays(6)));
        }
    }

    private void night(Store store, NightSettings settings, String what, Instant moment) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        ScopeOutcome outcome = nights(store, settings, moment).run(SCOPE, moment);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        LifeRun run = outcome.nights().get(outcome.nights().size() - 1).run();
        long told = System.nanoTime();
        DigestRequest request =
                new DigestRequest(settings.date(moment), moment, ZONE, outcome.nights(), rules.ruleSet());
        new Digests(store, new Outbox(store), DIGEST, Clock.fixed(moment, ZoneOffset.UTC)).make(request);
        System.out.printf(
                "  %-8s %,8d ms, digest %,6d ms, %,d judged, %,d new, %,d resolved, %s open, heap at most %,d MiB%n",
                what,
                millis,
                (System.nanoTime() - told) / 1_000_000,
                run.counts().groups(),
                run.counts().appeared(),
                run.counts().resolved(),
                run.counts().open(),
                heap() >> 20);
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private Nights nights(Store store, NightSettings settings, Instant moment) {
        Nights.Work work = new Nights.Work("bench", "bench", Language.EN, (path, rows) -> {});
        return new Nights(store, settings, new FixedRules(rules), work, Clock.fixed(moment, ZoneOffset.UTC));
    }

    /** Writes the cases whose numbers end so, each with one more activity. */
    private static void grown(Path log, Path into, String ending) throws IOException {
        Path part = into.resolveSibling(".grown.part");
        try (BufferedReader lines = Files.newBufferedReader(log);
                BufferedWriter out = Files.newBufferedWriter(part)) {
            out.write(lines.readLine() + "\n");
            String last = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String number = line.substring(0, line.indexOf(','));
                if (!number.endsWith(ending)) {
                    continue;
                }
                out.write(line + "\n");
                if (!number.equals(last)) {
                    out.write(number + ",B276,1,Kepala UKPBJ,P-1,2026-11-20 08:00,2026-11-20 09:00,,,,\n");
                    last = number;
                }
            }
        }
        Files.move(part, into, StandardCopyOption.ATOMIC_MOVE);
    }
}
