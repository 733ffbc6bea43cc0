package id.patuh.ledger.followup;

import id.patuh.ledger.life.LifeRun;
import id.patuh.skm.FollowedReport;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The items of follow-up plans from run to run. What is known of them is kept by the runs that learnt it, and stays when their
 * reports are purged; how they stand on a day follows from it. What a run learnt that is not completed does not show.
 */
public final class FollowUps {

    private final Store store;

    public FollowUps(Store store) {
        this.store = store;
    }

    /**
     * Keeps what a run learns of the items of its scope, in the transaction that records the shard with the scope's follow-up
     * reports. Recorded again, it takes the place of what was recorded before.
     *
     * @param run under way
     * @param zone whose day its moment is on
     * @param reports all that it judged
     * @param files what their files were called when they were taken, by what evidence calls them
     */
    public static Transaction.Step record(
            LifeRun run, ZoneId zone, List<FollowedReport> reports, Map<String, String> files) {
        return transaction -> {
            FollowUpTables tables = new FollowUpTables(transaction);
            tables.clear(run.id());
            LocalDate last = tables.lastRun(run.scopeId())
                    .map(asOf -> LocalDate.ofInstant(asOf, zone))
                    .orElse(null);
            tables.add(run, new FollowUpMoves(tables.latest(run.scopeId()), last, reports, new Keys(files)).all());
        };
    }

    /**
     * Removes what a run under way has recorded, in the transaction that gives it up.
     *
     * @param run the number by which tables know the run
     */
    public static Transaction.Step forget(long run) {
        return transaction -> new FollowUpTables(transaction).clear(run);
    }

    /**
     * What completed runs of a scope learnt of each of its items up to one, in the order in which they learnt it; items in the
     * order in which they were first known.
     */
    public List<List<ToldItem>> histories(LifeRun run) {
        Map<String, List<ToldItem>> histories = new LinkedHashMap<>();
        told(run)
                .forEach(told -> histories
                        .computeIfAbsent(told.item(), key -> new ArrayList<>())
                        .add(told));
        return List.copyOf(histories.values());
    }

    private List<ToldItem> told(LifeRun run) {
        return store.read(transaction -> new FollowUpTables(transaction).told(run.scopeId(), completed(run)));
    }

    /**
     * The items that a completed run, or those before it, left undone, and whose last quarter ends between two days; by that
     * day.
     *
     * @param from the first day, itself included
     * @param until the last day, itself included
     */
    public List<ToldItem> due(LifeRun run, LocalDate from, LocalDate until) {
        return store.read(
                transaction -> new FollowUpTables(transaction).due(run.scopeId(), completed(run), from, until));
    }

    /** Whether a run, or those before it, learnt anything of the items of its scope after another one. */
    boolean isLearntSince(LifeRun run, long since) {
        return store.read(
                transaction -> new FollowUpTables(transaction).isLearnt(run.scopeId(), since, completed(run)));
    }

    /** The number of the run since which an item is known to be done, without pause; 0 where it is not done. */
    static long doneSince(List<ToldItem> told) {
        long since = 0;
        for (ToldItem each : told) {
            boolean done = each.known().outcome().done() == FollowUpItem.Done.DONE
                    && each.known().presence() != FollowUpItem.Presence.DROPPED;
            since = !done ? 0 : since == 0 ? each.run() : since;
        }
        return since;
    }

    private static long completed(LifeRun run) {
        if (!run.isCompleted()) {
            throw new IllegalArgumentException("not completed: " + run);
        }
        return run.number();
    }
}
