package id.patuh.ledger.life;

import id.patuh.ledger.LedgerException;
import id.patuh.rulebook.RuleSetTables;
import id.patuh.ruleset.RuleSet;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs that move the states of violations. A run is begun, its work recorded shard by shard, and completed; only then does
 * anything of it show, all at once. Whoever begins it again, after its holder was lost, takes it over: shards that were
 * recorded stay, and whatever the earlier holder still writes is refused. May be used by many threads, and by many processes
 * on one database.
 */
public final class LifeRuns {

    private final Store store;
    private final Clock clock;

    public LifeRuns(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Begins a run, or takes it over where it is under way. Another run of the scope that is under way is abandoned.
     *
     * @return the run as the caller holds it; one that is completed where it was done before, and nothing is left to do
     * @throws LedgerException if a later moment was judged before
     */
    public LifeRun begin(RunOrder order) {
        return store.write(transaction -> {
            LifeRunTables runs = new LifeRunTables(transaction);
            Optional<LifeRun> done = runs.completed(order.key());
            if (done.isPresent()) {
                return done.get();
            }
            refuseToGoBack(order, runs.last(order.scope()));
            long scope = runs.scope(order.scope());
            Optional<LifeRun> running = runs.running(scope);
            if (running.isPresent() && running.get().key().equals(order.key())) {
                runs.takeOver(running.get());
            } else {
                if (running.isPresent()) {
                    end(transaction, running.get());
                }
                new RuleSetTables(transaction).add(order.ruleSet());
                runs.begin(scope, order, now());
            }
            return runs.running(scope).orElseThrow();
        });
    }

    private static void refuseToGoBack(RunOrder order, Optional<LifeRun> last) {
        if (last.isPresent() && order.asOf().isBefore(last.get().asOf())) {
            throw new LedgerException(
                    "run-goes-back",
                    Map.of(
                            "scope", order.scope(),
                            "asOf", order.asOf().toString(),
                            "last", last.get().asOf().toString()));
        }
    }

    /** The shards that were recorded, by whichever holder. */
    public Set<Integer> recorded(LifeRun run) {
        return store.read(transaction -> new LifeTables(transaction).shards(run));
    }

    /**
     * Records what a shard of the work found; recorded again, it takes the place of what was recorded before. A group belongs
     * to one shard. Groups that no shard judges have the result that they had in the last run.
     *
     * @param shard from 0
     * @param ruleSet the rule set of the run
     * @param zone in which texts show times
     * @throws TakenOverException if the caller no longer holds the run
     */
    public void record(LifeRun run, int shard, List<JudgedGroup> groups, RuleSet ruleSet, ZoneId zone) {
        if (!ruleSet.sha256().equals(run.ruleSetSha256())) {
            throw new IllegalArgumentException("another rule set: " + ruleSet.sha256());
        }
        Set<String> keys = new HashSet<>();
        for (JudgedGroup each : groups) {
            if (!keys.add(each.group().key())) {
                throw new IllegalArgumentException("twice in a shard: " + each.group());
            }
        }
        store.write(transaction -> {
            LifeRunTables runs = new LifeRunTables(transaction);
            runs.hold(run);
            LifeTables tables = new LifeTables(transaction);
            Map<String, List<Known>> known = tables.begin(run, shard, keys);
            GroupMoves moves = new GroupMoves(runs.nextNumber(run), ruleSet, zone);
            List<Move> all = new ArrayList<>();
            groups.forEach(each ->
                    all.addAll(moves.of(each, known.getOrDefault(each.group().key(), List.of()))));
            tables.add(run, shard, all);
            return null;
        });
    }

    /**
     * Moves the states of all violations that the run judged.
     *
     * @param shards into how many the work was cut: the last one has the number below
     * @return the completed run
     * @throws LedgerException if a shard was not recorded
     * @throws TakenOverException if the caller no longer holds the run
     */
    public LifeRun complete(LifeRun run, int shards) {
        return store.write(transaction -> {
            LifeRunTables runs = new LifeRunTables(transaction);
            runs.hold(run);
            LifeTables tables = new LifeTables(transaction);
            refuseGaps(run, shards, tables.shards(run));
            Optional<LifeRun> last = runs.last(run.scope());
            long number = runs.nextNumber(run);
            RunCounts counts = tables.counts(run, last.map(LifeRun::counts).orElse(RunCounts.NONE));
            tables.apply(run);
            runs.complete(run, number, counts, now());
            return runs.run(run.scope(), number).orElseThrow();
        });
    }

    private static void refuseGaps(LifeRun run, int shards, Set<Integer> recorded) {
        for (int shard = 0; shard < shards; shard++) {
            if (!recorded.contains(shard)) {
                throw new LedgerException(
                        "run-incomplete", Map.of("scope", run.scope(), "shard", Integer.toString(shard)));
            }
        }
        if (recorded.size() > shards) {
            throw new IllegalArgumentException("more shards than " + shards + ": " + recorded);
        }
    }

    /**
     * Gives a run up: nothing of it shows, and it can be begun again.
     *
     * @throws TakenOverException if the caller no longer holds the run
     */
    public void abandon(LifeRun run) {
        store.write(transaction -> {
            new LifeRunTables(transaction).hold(run);
            end(transaction, run);
            return null;
        });
    }

    private void end(Transaction transaction, LifeRun run) throws SQLException {
        new LifeRunTables(transaction).abandon(run, now());
        new LifeTables(transaction).clear(run);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
