package id.patuh.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.check.Finding;
import id.patuh.check.NotEvaluated;
import id.patuh.engine.RuleCache;
import id.patuh.ledger.LedgerException;
import id.patuh.rulebook.Rulebook;
import id.patuh.scope.Hold;
import id.patuh.scope.Holds;
import id.patuh.scope.TakenOverException;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import id.patuh.violation.Fingerprint;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifeRunsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final NightRules RULES = NightRules.WHOLE;
    private static final String SCOPE = "Dinas Kesehatan";
    private static final Instant AS_OF = Instant.parse("2026-01-01T18:30:00Z");

    /** However the new holder came to it, and whatever the old one still tries. */
    @ParameterizedTest
    @EnumSource
    void whoeverNoLongerHoldsTheScopeWritesNothing(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            LifeRuns runs = new LifeRuns(store, Clock.systemUTC());
            LifeBook book = new LifeBook(store);
            Holds holds = new Holds(store);
            HeldRun old = runs.begin(holds.of(SCOPE), order(0));
            record(old, 0, 2);

            HeldRun taken = runs.begin(holds.seize(SCOPE), order(0));
            assertThat(taken.run()).isEqualTo(old.run());
            assertThat(taken.recorded()).containsExactly(0);
            refusesAll(old, TakenOverException.class);
            record(taken, 1, 3);
            assertThat(reason(() -> runs.begin(holds.of(SCOPE), order(1)))).isEqualTo("other-run-under-way");

            runs.abandon(holds.of(SCOPE), id -> Transaction.Step.NONE);
            refusesAll(taken, LedgerException.class);
            HeldRun other = runs.begin(holds.of(SCOPE), order(1));
            assertThat(taken.recorded()).isEmpty();
            assertThat(book.runs(SCOPE))
                    .extracting(LifeRun::stage)
                    .containsExactly(LifeRun.Stage.ABANDONED, LifeRun.Stage.RUNNING);
            record(other, 0, 2);
            LifeRun done = other.complete(1, Transaction.Step.NONE);
            assertThat(done.number()).isEqualTo(1);
            refusesAll(other, LedgerException.class);
            assertThat(violations(book, done)).hasSize(1);
            assertThat(other.recorded()).isEmpty();
        }
    }

    private static void refusesAll(HeldRun run, Class<? extends Exception> refusal) {
        for (ThrowingCallable write : List.<ThrowingCallable>of(
                () -> record(run, 0, 5), () -> record(run, 7, 5), () -> run.complete(1, Transaction.Step.NONE))) {
            assertThatThrownBy(write).isInstanceOf(refusal);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotCompletedDoesNotShow(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            LifeRuns runs = new LifeRuns(store, Clock.systemUTC());
            LifeBook book = new LifeBook(store);
            Hold hold = new Holds(store).of(SCOPE);
            HeldRun run = runs.begin(hold, order(0));
            record(run, 0, 2);
            assertThat(book.last(SCOPE)).isEmpty();
            assertThat(book.runs(SCOPE)).containsExactly(run.run());
            assertThat(reason(() -> run.complete(2, Transaction.Step.NONE))).isEqualTo("run-incomplete");
            assertThat(book.last(SCOPE)).isEmpty();
            LifeRun done = run.complete(1, Transaction.Step.NONE);
            assertThat(book.last(SCOPE)).contains(done);
            assertThat(done.counts().open()).containsEntry(Severity.MAJOR, 1L);
            assertThat(reason(() -> runs.begin(hold, order(-1)))).isEqualTo("run-goes-back");
            assertThat(reason(() -> book.run(SCOPE, 2))).isEqualTo("scope-run-unknown");
        }
    }

    /** Its rule set was never drafted: to the rulebook it is no row that belongs to nothing. */
    @ParameterizedTest
    @EnumSource
    void theRulebookKnowsTheRuleSetsOfRuns(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            new LifeRuns(store, Clock.systemUTC()).begin(new Holds(store).of(SCOPE), order(0));
            Rulebook rulebook = new Rulebook(store, Clock.systemUTC(), RuleCache.none());
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    /** A case twice would be counted twice, and nobody could tell which result is right. */
    @ParameterizedTest
    @EnumSource
    void aGroupBelongsToOneShard(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            LifeRuns runs = new LifeRuns(store, Clock.systemUTC());
            HeldRun run = runs.begin(new Holds(store).of(SCOPE), order(0));
            record(run, 0, 2);
            assertThatThrownBy(() -> record(run, 1, 2)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> record(run, 1, 3, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThat(run.recorded()).containsExactly(0);
        }
    }

    /** Whatever was being recorded at that moment. */
    @ParameterizedTest
    @EnumSource
    void whatIsAbandonedWhileItIsRecordedLeavesNothing(TestDatabase database)
            throws InterruptedException, ExecutionException {
        ExecutorService node = Executors.newSingleThreadExecutor();
        try (Store store = Store.open(database.newUrl())) {
            LifeRuns runs = new LifeRuns(store, Clock.systemUTC());
            Holds holds = new Holds(store);
            for (int night = 0; night < 40; night++) {
                HeldRun run = runs.begin(holds.seize(SCOPE), order(night));
                Future<?> recording = node.submit(() -> {
                    for (int shard = 0; ; shard++) {
                        record(run, shard, 2 * shard, 2 * shard + 1);
                    }
                });
                while (run.recorded().size() < 1 + night % 3) {
                    Thread.onSpinWait();
                }
                runs.abandon(holds.seize(SCOPE), id -> Transaction.Step.NONE);
                assertThatThrownBy(recording::get).hasCauseInstanceOf(TakenOverException.class);
                assertThat(left(store, "life_move") + left(store, "life_judged") + left(store, "life_shard"))
                        .isZero();
            }
        } finally {
            node.shutdownNow();
        }
    }

    /** Two nodes that both take themselves for the holder, each with threads of its own. */
    @ParameterizedTest
    @EnumSource
    void twoHoldersAtOnceLeaveOneResult(TestDatabase database) throws InterruptedException, ExecutionException {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Store store = Store.open(database.newUrl())) {
            LifeRuns runs = new LifeRuns(store, Clock.systemUTC());
            LifeBook book = new LifeBook(store);
            Holds holds = new Holds(store);
            for (int night = 0; night < 15; night++) {
                int number = night;
                Callable<LifeRun> node = () -> {
                    try {
                        return night(runs.begin(holds.seize(SCOPE), order(number)), number, threads);
                    } catch (TakenOverException e) {
                        return null;
                    }
                };
                List<LifeRun> ended = new ArrayList<>();
                for (Future<LifeRun> end : nodes.invokeAll(List.of(node, node))) {
                    ended.add(end.get());
                }
                ended.removeIf(run -> run == null);
                LifeRun done = book.last(SCOPE).orElseThrow();
                assertThat(ended).isNotEmpty().containsOnly(done);
                assertThat(done.number()).isEqualTo(night + 1L);
                assertThat(violations(book, done)).hasSize(4 + night);
                assertThat(done.counts().open()).containsEntry(Severity.MAJOR, 4L + night);
                assertThat(done.counts().appeared()).isEqualTo(night == 0 ? 4 : 1);
            }
            assertThat(left(store, "life_move") + left(store, "life_judged") + left(store, "life_shard"))
                    .isZero();
        } finally {
            nodes.shutdownNow();
            threads.shutdownNow();
        }
    }

    private static LifeRun night(HeldRun run, int number, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        if (run.run().isCompleted()) {
            return run.run();
        }
        List<Callable<Void>> shards = new ArrayList<>();
        for (int shard = 0; shard < 4; shard++) {
            int own = shard;
            shards.add(() -> {
                if (own == 3 && number > 0) {
                    record(run, own, own, 10 + number);
                } else {
                    record(run, own, own);
                }
                return null;
            });
        }
        for (Future<Void> recorded : threads.invokeAll(shards)) {
            try {
                recorded.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TakenOverException taken) {
                    throw taken;
                }
                throw e;
            }
        }
        return run.complete(4, Transaction.Step.NONE);
    }

    /** What is found of a case without names names nobody; what can no longer be found must not either. */
    @ParameterizedTest
    @EnumSource
    void whatCannotBeEvaluatedOfACaseWithoutNamesIsForgottenAndStaysOpen(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            LifeRuns runs = new LifeRuns(store, Clock.systemUTC());
            LifeBook book = new LifeBook(store);
            Hold hold = new Holds(store).of(SCOPE);
            HeldRun first = runs.begin(hold, order(0));
            record(first, 0, 2, 3);
            first.complete(1, Transaction.Step.NONE);
            HeldRun second = runs.begin(hold, order(1));
            second.record(0, List.of(lacking(2, false), lacking(3, true)), Transaction.Step.NONE);
            LifeRun done = second.complete(1, Transaction.Step.NONE);

            Map<String, Boolean> forgotten = violations(book, done).stream()
                    .collect(Collectors.toMap(
                            each -> each.text().subject().caseId(),
                            each -> each.text().equals(each.text().forgotten())));
            assertThat(forgotten).isEqualTo(Map.of("K2", false, "K3", true));
            assertThat(done.counts().open()).containsEntry(Severity.MAJOR, 2L);
            assertThat(violations(book, done)).allMatch(each -> each.unevaluated() == 2);
        }
    }

    private static JudgedGroup lacking(int number, boolean nameless) {
        Subject subject = Subject.ofCase(SCOPE, "B276", "K" + number);
        NotEvaluated lack = new NotEvaluated("step-late", new MissingFact("log.end", subject, "log.csv", Map.of()));
        return new JudgedGroup(Group.ofCase("K" + number), "1", List.of(), List.of(lack), nameless);
    }

    private static RunOrder order(int night) {
        Instant asOf = AS_OF.plus(Duration.ofDays(night));
        return new RunOrder(List.of("facts " + night), RULES.files(), RULES.ruleSet(), asOf, ZONE, "test");
    }

    /** Records a violation of each of some cases. */
    private static void record(HeldRun run, int shard, int... cases) {
        List<JudgedGroup> judged =
                Arrays.stream(cases).mapToObj(LifeRunsTest::late).toList();
        run.record(shard, judged, Transaction.Step.NONE);
    }

    private static JudgedGroup late(int number) {
        Subject subject =
                Subject.ofCase(SCOPE, "B276", "K" + number).atStep("1").inRound(1);
        Violation late =
                new Violation("step-late", Severity.MAJOR, subject, null, null, Map.of(), null, null, null, List.of());
        Finding finding = new Finding(Fingerprint.of("step-late", subject, 1), late);
        return new JudgedGroup(Group.ofCase("K" + number), "1", List.of(finding), List.of());
    }

    private static List<LifeViolation> violations(LifeBook book, LifeRun run) {
        List<LifeViolation> all = new ArrayList<>();
        book.violations(run, EnumSet.allOf(State.class), all::add);
        return all;
    }

    private static String reason(ThrowingCallable refused) {
        return catchThrowableOfType(LedgerException.class, refused).reason();
    }

    private static int left(Store store, String table) {
        return store.read(transaction ->
                transaction.list("SELECT run_id FROM " + table, row -> 1).size());
    }
}
