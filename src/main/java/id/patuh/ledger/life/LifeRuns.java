package id.patuh.ledger.life;

import id.patuh.ledger.LedgerException;
import id.patuh.report.Moments;
import id.patuh.rulebook.RuleSetTables;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Runs that move the states of violations. A run is begun, its work recorded shard by shard, and completed; only then does
 * anything of it show, all at once. Whoever holds its scope after its holder was lost begins it again: shards that were
 * recorded stay. May be used by many threads, and by many processes on one database.
 */
public final class LifeRuns {

    private final Store store;
    private final Clock clock;

    public LifeRuns(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Begins a run, or goes on with it where it is under way.
     *
     * @param hold of the scope
     * @return the run; it may be completed, as it was done before, and nothing is left to do
     * @throws LedgerException if a later moment was judged before, or another run of the scope is under way
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public HeldRun begin(Hold hold, RunOrder order) {
        LifeRun run = store.write(transaction -> {
            Scopes.hold(transaction, hold);
            return begin(transaction, hold, order);
        });
        return new HeldRun(store, clock, hold, run, order);
    }

    private LifeRun begin(Transaction transaction, Hold hold, RunOrder order) throws SQLException {
        LifeRunTables runs = new LifeRunTables(transaction);
        String key = order.key(hold.scope());
        Optional<LifeRun> done = runs.completed(key);
        if (done.isPresent()) {
            return done.get();
        }
        Optional<LifeRun> running = runs.running(hold.scopeId());
        if (running.isPresent()) {
            refuseOther(running.get(), key, order.zone());
            return running.get();
        }
        refuseToGoBack(hold, order, runs.last(hold.scope()));
        new RuleSetTables(transaction).add(order.files());
        runs.begin(hold, order, HeldRun.now(clock));
        return runs.running(hold.scopeId()).orElseThrow();
    }

    private static void refuseOther(LifeRun running, String key, ZoneId zone) {
        if (!running.key().equals(key)) {
            throw new LedgerException(
                    "other-run-under-way",
                    Map.of("scope", running.scope(), "asOf", Moments.toTheSecond(running.asOf(), zone)));
        }
    }

    private static void refuseToGoBack(Hold hold, RunOrder order, Optional<LifeRun> last) {
        if (last.isPresent() && order.asOf().isBefore(last.get().asOf())) {
            throw new LedgerException(
                    "run-goes-back",
                    Map.of(
                            "scope", hold.scope(),
                            "asOf", Moments.toTheSecond(order.asOf(), order.zone()),
                            "last", Moments.toTheSecond(last.get().asOf(), order.zone())));
        }
    }

    /**
     * Gives up the run of a scope that is under way, if there is one: nothing of it shows, and it can be begun again.
     *
     * @param along what the caller does in the same transaction, with the number by which tables know the run
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public void abandon(Hold hold, LongFunction<Transaction.Step> along) {
        abandon(hold, running -> true, along);
    }

    /**
     * The same unless it is that of an order, which can be gone on with: whoever worked on another one no longer holds the
     * scope.
     */
    public void abandonOther(Hold hold, RunOrder order, LongFunction<Transaction.Step> along) {
        String key = order.key(hold.scope());
        abandon(hold, running -> !running.key().equals(key), along);
    }

    private void abandon(Hold hold, Predicate<LifeRun> which, LongFunction<Transaction.Step> along) {
        store.write(transaction -> {
            Scopes.hold(transaction, hold);
            LifeRunTables runs = new LifeRunTables(transaction);
            Optional<LifeRun> running = runs.running(hold.scopeId()).filter(which);
            if (running.isPresent()) {
                runs.abandon(running.get(), HeldRun.now(clock));
                new LifeTables(transaction).clear(running.get());
                along.apply(running.get().id()).in(transaction);
            }
            return null;
        });
    }

    /**
     * Forgets what violations said that runs as of earlier moments resolved, and that did not come again: rule, severity, unit,
     * case or survey, and history stay.
     *
     * @param failures hears of damaged ones, which stay as they are, and keep no other one from being forgotten
     * @return how many
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public long forget(Hold hold, Instant before, Consumer<LedgerException> failures) {
        long forgotten = 0;
        for (long run :
                store.read(transaction -> new ForgottenTables(transaction).remembered(hold.scopeId(), before))) {
            forgotten += store.write(transaction -> {
                Scopes.hold(transaction, hold);
                return new ForgottenTables(transaction).forget(hold.scopeId(), run, failures);
            });
        }
        return forgotten;
    }
}
