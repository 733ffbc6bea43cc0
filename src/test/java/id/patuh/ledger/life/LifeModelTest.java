package id.patuh.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.trend.TrendOracle;
import id.patuh.report.Language;
import id.patuh.scope.Hold;
import id.patuh.scope.Holds;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import id.patuh.violation.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hundreds of nights, in which only what may have changed is judged, against a model that is told everything every night.
 * Some nights are abandoned, taken over or done twice, and shards are recorded again.
 */
class LifeModelTest {

    private static final int SEEDS = Integer.getInteger("patuh.seeds", 2);
    private static final int NIGHTS = Integer.getInteger("patuh.nights", 200);
    private static final int GROUPS = 24;
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Set<State> ALL = EnumSet.allOf(State.class);

    @ParameterizedTest
    @EnumSource
    void derivedStatesAreThoseOfFullLists(TestDatabase database) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            try (Store store = Store.open(database.newUrl())) {
                Nights nights = new Nights(store, seed);
                nights.go();
                TrendOracle.check(store, nights.scope);
            }
        }
    }

    private static final class Nights {
        private final Random random;
        private final NightWorld world;
        private final NaiveLedger model = new NaiveLedger();
        private final LifeRuns runs;
        private final LifeBook book;
        private final Holds holds;
        private final String scope;
        private NightRules rules = NightRules.WHOLE;
        private Map<String, String> lacking = Map.of();
        private final Map<String, Long> lackingSince = new TreeMap<>();

        Nights(Store store, int seed) {
            random = new Random(seed);
            world = new NightWorld(random, GROUPS);
            runs = new LifeRuns(store, Clock.systemUTC());
            book = new LifeBook(store);
            holds = new Holds(store);
            scope = "unit " + seed;
        }

        void go() {
            Set<Integer> changed = everything();
            while (model.size() < NIGHTS) {
                RunOrder order = order(model.size());
                if (random.nextInt(10) == 0) {
                    // Its changes are still to be judged by the next one.
                    beAbandoned(order, changed);
                } else {
                    LifeRun run = complete(order, changed);
                    model.add(world.all(rules));
                    assertThat(run.number()).isEqualTo(model.size());
                    assertThat(runs.begin(holds.of(scope), order).run()).isEqualTo(run);
                    checkLast(run);
                    checkLacks(run);
                    changed.clear();
                    if (random.nextInt(20) == 0) {
                        world.purge(rules);
                    }
                }
                changed.addAll(world.pass());
                if (random.nextInt(12) == 0) {
                    rules = List.of(NightRules.WHOLE, NightRules.WITH_ONE_OFF, NightRules.WITHOUT_ONE)
                            .get(random.nextInt(3));
                    changed.addAll(everything());
                }
            }
            for (int night = 1; night <= model.size(); night++) {
                checkStates(book.run(scope, night), false);
            }
            checkHistories();
        }

        private Set<Integer> everything() {
            Set<Integer> all = new TreeSet<>();
            for (int at = 0; at < world.size(); at++) {
                if (!world.isPurged(at)) {
                    all.add(at);
                }
            }
            return all;
        }

        private RunOrder order(int night) {
            Instant asOf = Instant.parse("2026-01-01T18:30:00Z").plus(Duration.ofDays(night));
            return new RunOrder(
                    List.of("facts of " + random.nextLong()), rules.files(), rules.ruleSet(), asOf, ZONE, "test");
        }

        private void beAbandoned(RunOrder order, Set<Integer> changed) {
            HeldRun run = runs.begin(holds.of(scope), order);
            record(run, 0, new ArrayList<>(changed));
            Hold hold = random.nextBoolean() ? holds.of(scope) : holds.seize(scope);
            runs.abandon(hold, id -> Transaction.Step.NONE);
        }

        private LifeRun complete(RunOrder order, Set<Integer> changed) {
            List<Integer> judged = new ArrayList<>(changed);
            // What did not change may be judged all the same.
            everything().stream()
                    .filter(at -> !changed.contains(at) && random.nextInt(8) == 0)
                    .forEach(judged::add);
            Collections.shuffle(judged, random);
            int shards = random.nextInt(4);
            if (shards == 0 && !judged.isEmpty()) {
                shards = 1;
            }
            HeldRun run = runs.begin(holds.of(scope), order);
            for (int shard = 0; shard < shards; shard++) {
                List<Integer> own =
                        judged.subList(judged.size() * shard / shards, judged.size() * (shard + 1) / shards);
                if (random.nextInt(6) == 0) {
                    run.record(shard, own.stream().map(world::misjudge).toList(), Transaction.Step.NONE);
                }
                record(run, shard, own);
                if (random.nextInt(6) == 0) {
                    run = runs.begin(holds.seize(scope), order);
                    assertThat(run.recorded()).hasSize(shard + 1);
                }
            }
            LifeRun done = run.complete(shards, Transaction.Step.NONE);
            assertThat(done.counts().groups()).isEqualTo(judged.size());
            return done;
        }

        private void record(HeldRun run, int shard, List<Integer> groups) {
            List<JudgedGroup> judged =
                    groups.stream().map(at -> world.judge(at, rules)).toList();
            run.record(shard, judged, Transaction.Step.NONE);
        }

        private void checkLast(LifeRun run) {
            checkStates(run, true);
            Map<String, NaiveLedger.Said> said = world.all(rules);
            book.violations(
                    run,
                    EnumSet.complementOf(EnumSet.of(State.RESOLVED)),
                    violation -> assertThat(violation.unevaluated() != null)
                            .as("%s is not evaluated", violation.fingerprint())
                            .isEqualTo(said.get(violation.fingerprint()).judgement() == Judgement.NOT_EVALUATED));
            Map<String, NaiveLedger.Entry> expected = model.after(model.size());
            for (Severity severity : Severity.values()) {
                assertThat(run.counts().open().get(severity))
                        .isEqualTo(expected.values().stream()
                                .filter(entry -> !entry.state().equals("resolved") && entry.severity() == severity)
                                .count());
            }
            List<LifeEvent> changes = book.changes(run);
            assertThat(run.counts().appeared()).isEqualTo(count(changes, Change.NEW));
            assertThat(run.counts().reopened()).isEqualTo(count(changes, Change.REOPENED));
            assertThat(run.counts().resolved()).isEqualTo(count(changes, Change.RESOLVED));
            assertThat(book.counts(run).stream()
                            .mapToLong(LifeCount::violations)
                            .sum())
                    .isEqualTo(expected.size());
        }

        /** Since when the same was lacking over the same facts. */
        private void checkLacks(LifeRun run) {
            Map<String, String> now = world.lacking(rules);
            now.forEach((subject, lacks) -> {
                if (!lacks.equals(lacking.get(subject))) {
                    lackingSince.put(subject, run.number());
                }
            });
            lackingSince.keySet().retainAll(now.keySet());
            lacking = now;
            Map<String, Long> actual = new TreeMap<>();
            book.lacks(scope, 0, Integer.MAX_VALUE)
                    .forEach(group ->
                            group.lacks().forEach(lack -> actual.put(lack.of().toString(), lack.since())));
            assertThat(actual).as("night %d", run.number()).isEqualTo(lackingSince);
        }

        private static long count(List<LifeEvent> changes, Change change) {
            return changes.stream().filter(event -> event.change() == change).count();
        }

        /** @param withTexts only the latest are kept */
        private void checkStates(LifeRun run, boolean withTexts) {
            Map<String, NaiveLedger.Entry> expected = new TreeMap<>(model.after(Math.toIntExact(run.number())));
            Map<String, NaiveLedger.Entry> actual = new TreeMap<>();
            book.violations(run, ALL, violation -> {
                String text = violation.text().in(Language.ID).actual() + " "
                        + violation.text().evidence();
                actual.put(
                        violation.fingerprint(),
                        new NaiveLedger.Entry(violation.state().word(), violation.severity(), withTexts ? text : ""));
            });
            if (!withTexts) {
                expected.replaceAll((f, entry) -> new NaiveLedger.Entry(entry.state(), entry.severity(), ""));
            }
            assertThat(actual).as("night %d", run.number()).isEqualTo(expected);
        }

        private void checkHistories() {
            for (String fingerprint : model.after(model.size()).keySet()) {
                List<String> happened = book.history(scope, fingerprint).stream()
                        .filter(event -> event.change() != Change.NOT_EVALUATED && event.change() != Change.EVALUATED
                                || hasOtherSeverity(event))
                        .map(event -> event.run() + " "
                                + (event.change() == Change.EVALUATED ? Change.SEVERITY : event.change()).word() + " "
                                + event.severity())
                        .collect(Collectors.toList());
                assertThat(happened).isEqualTo(model.history(fingerprint));
            }
        }

        /** What is evaluated again may weigh otherwise at once. */
        private boolean hasOtherSeverity(LifeEvent event) {
            return event.change() == Change.EVALUATED
                    && model.history(event.fingerprint()).contains(event.run() + " severity " + event.severity());
        }
    }
}
