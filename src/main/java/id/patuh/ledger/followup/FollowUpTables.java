package id.patuh.ledger.followup;

import id.patuh.ledger.Records;
import id.patuh.ledger.life.LifeRun;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of items within a transaction. */
final class FollowUpTables {

    private static final String TOLD = "SELECT f.item, f.content, r.number, r.as_of FROM followup_item f "
            + "JOIN life_run r ON r.id = f.run_id WHERE f.scope_id = ? AND r.number <= ? ";

    private final Transaction transaction;

    FollowUpTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What completed runs learnt up to one, in order. */
    List<ToldItem> told(long scopeId, long run) throws SQLException {
        return transaction.list(TOLD + "ORDER BY r.number, f.id", FollowUpTables::told, scopeId, run);
    }

    /** What was learnt last of items that may have been due between two days by then, these included. */
    List<ToldItem> due(long scopeId, long run, LocalDate from, LocalDate until) throws SQLException {
        return transaction.list(
                TOLD + "AND f.due >= ? AND f.due <= ? AND NOT EXISTS (SELECT 1 FROM followup_item l "
                        + "JOIN life_run m ON m.id = l.run_id WHERE l.scope_id = f.scope_id AND l.item = f.item "
                        + "AND m.number > r.number AND m.number <= ?) ORDER BY f.due, f.item",
                FollowUpTables::told,
                scopeId,
                run,
                from,
                until,
                run);
    }

    /** Whether completed runs learnt anything after one, up to another one. */
    boolean isLearnt(long scopeId, long since, long run) throws SQLException {
        return transaction
                .find(
                        "SELECT f.id FROM life_run r JOIN followup_item f ON f.run_id = r.id "
                                + "WHERE r.scope_id = ? AND r.number > ? AND r.number <= ? FETCH FIRST 1 ROWS ONLY",
                        row -> row.getLong("id"),
                        scopeId,
                        since,
                        run)
                .isPresent();
    }

    private static ToldItem told(ResultSet row) throws SQLException {
        return new ToldItem(
                row.getString("item"),
                row.getLong("number"),
                Transaction.instant(row, "as_of"),
                Records.read(row.getBytes("content"), FollowUpItem.class, "followup_item", row.getString("item")));
    }

    /** What is known after the last completed run, by item. */
    Map<String, FollowUpItem> latest(long scopeId) throws SQLException {
        Map<String, FollowUpItem> latest = new LinkedHashMap<>();
        transaction.each(
                TOLD + "AND (f.item, r.number) IN (SELECT l.item, MAX(m.number) FROM followup_item l "
                        + "JOIN life_run m ON m.id = l.run_id WHERE l.scope_id = ? AND m.number IS NOT NULL "
                        + "GROUP BY l.item) ORDER BY r.number, f.id",
                row -> {
                    ToldItem told = told(row);
                    latest.put(told.item(), told.known());
                },
                scopeId,
                Long.MAX_VALUE,
                scopeId);
        return latest;
    }

    /** The moment of the last completed run. */
    Optional<Instant> lastRun(long scopeId) throws SQLException {
        return transaction.find(
                "SELECT as_of FROM life_run WHERE scope_id = ? AND number IS NOT NULL "
                        + "ORDER BY number DESC FETCH FIRST 1 ROWS ONLY",
                row -> Transaction.instant(row, "as_of"),
                scopeId);
    }

    void add(LifeRun run, Map<String, FollowUpItem> items) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        items.forEach((item, known) ->
                rows.add(new Object[] {run.scopeId(), run.id(), item, known.due(), Records.packed(known)}));
        transaction.changeAll(
                "INSERT INTO followup_item (scope_id, run_id, item, due, content) VALUES (?, ?, ?, ?, ?)", rows);
    }

    void clear(long run) throws SQLException {
        transaction.change("DELETE FROM followup_item WHERE run_id = ?", run);
    }
}
