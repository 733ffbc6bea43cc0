package id.patuh.ledger.life;

import id.patuh.ledger.LedgerException;
import id.patuh.report.AllWords;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A run as the holder of its scope works on it. May be used by many threads. */
public final class HeldRun {

    private final Store store;
    private final Clock clock;
    private final Hold hold;
    private final LifeRun run;
    private final RunOrder order;

    HeldRun(Store store, Clock clock, Hold hold, LifeRun run, RunOrder order) {
        this.store = store;
        this.clock = clock;
        this.hold = hold;
        this.run = run;
        this.order = order;
    }

    /** As it was when it was begun. */
    public LifeRun run() {
        return run;
    }

    /** The shards that were recorded, by whichever holder. */
    public Set<Integer> recorded() {
        return store.read(transaction -> new LifeTables(transaction).shards(run));
    }

    /**
     * Records what a shard of the work found; recorded again, it takes the place of what was recorded before. A group belongs
     * to one shard. Groups that no shard judges have the result that they had in the last run; only
     * what rules found that are applied no longer is then not evaluated.
     *
     * @param shard from 0
     * @param along what the caller does in the same transaction
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public void record(int shard, List<JudgedGroup> groups, Transaction.Step along) {
        Set<String> keys = new HashSet<>();
        for (JudgedGroup each : groups) {
            if (!keys.add(each.group().key())) {
                throw new IllegalArgumentException("twice in a shard: " + each.group());
            }
        }
        write(transaction -> {
            LifeTables tables = new LifeTables(transaction);
            Map<String, List<Known>> known = tables.begin(run, shard, keys);
            long number = new LifeRunTables(transaction).nextNumber(run);
            AllWords words = new AllWords(order.ruleSet(), order.zone());
            GroupMoves moves = new GroupMoves(number, order.appliedRules(), words);
            List<Move> all = new ArrayList<>();
            groups.forEach(each ->
                    all.addAll(moves.of(each, known.getOrDefault(each.group().key(), List.of()))));
            tables.add(run, shard, all);
            recordLacks(transaction, shard, groups, new LackMoves(number, words));
            along.in(transaction);
            return null;
        });
    }

    private void recordLacks(Transaction transaction, int shard, List<JudgedGroup> groups, LackMoves moves)
            throws SQLException {
        LackTables tables = new LackTables(transaction);
        Map<String, KnownLacks> known = tables.known(run, shard);
        List<LackMove> all = new ArrayList<>();
        groups.forEach(each -> all.add(moves.of(each, known.get(each.group().key()))));
        all.removeIf(Objects::isNull);
        tables.add(run, shard, all);
    }

    /**
     * Moves the states of all violations that the run judged.
     *
     * @param shards into how many the work was cut: the last one has the number below
     * @param along what the caller does in the same transaction
     * @return the completed run
     * @throws LedgerException if a shard was not recorded
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public LifeRun complete(int shards, Transaction.Step along) {
        LifeRun completed = write(transaction -> {
            LifeRunTables runs = new LifeRunTables(transaction);
            LifeTables tables = new LifeTables(transaction);
            refuseGaps(shards, tables.shards(run));
            Optional<LifeRun> last = runs.last(run.scope());
            long number = runs.nextNumber(run);
            if (last.isPresent() && !last.get().ruleSetSha256().equals(run.ruleSetSha256())) {
                tables.addUnapplied(run, shards, number, order.appliedRules());
            }
            RunCounts counts = tables.counts(run, last.map(LifeRun::counts).orElse(RunCounts.NONE));
            tables.apply(run);
            runs.complete(run, number, counts, now(clock));
            along.in(transaction);
            return runs.run(run.scope(), number).orElseThrow();
        });
        store.countRows(completed.counts().groups(), LifeTables.KEPT);
        return completed;
    }

    private void refuseGaps(int shards, Set<Integer> recorded) {
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

    /** Whoever holds the scope may have completed or abandoned the run meanwhile. */
    private <T> T write(Transaction.Work<T> work) {
        return store.write(transaction -> {
            Scopes.hold(transaction, hold);
            if (!new LifeRunTables(transaction).isRunning(run)) {
                throw new LedgerException("run-ended", "scope", run.scope());
            }
            return work.in(transaction);
        });
    }

    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
