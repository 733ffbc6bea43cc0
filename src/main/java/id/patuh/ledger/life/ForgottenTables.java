package id.patuh.ledger.life;

import id.patuh.report.ViolationText;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Up to which run of a scope resolved violations no longer say what was found, within a transaction. */
final class ForgottenTables {

    private final Transaction transaction;

    ForgottenTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The numbers of the runs as of earlier moments whose resolved violations still say it, in order. */
    List<Long> remembered(long scope, Instant before) throws SQLException {
        return transaction.list(
                "SELECT r.number FROM life_run r WHERE r.scope_id = ? AND r.state = 'completed' AND r.as_of < ? "
                        + "AND r.number > COALESCE((SELECT f.run FROM life_forgotten f WHERE f.scope_id = r.scope_id), 0) "
                        + "ORDER BY r.number",
                row -> row.getLong("number"),
                scope,
                before);
    }

    /** Forgets what those said that a run resolved; the earlier ones did so before. Gives how many they were. */
    long forget(long scope, long run) throws SQLException {
        List<Object[]> forgotten = transaction.list(
                "SELECT id, content FROM life_violation WHERE scope_id = ? AND resolved = ?",
                row -> new Object[] {
                    ViolationText.unpacked(row.getBytes("content")).forgotten().packed(), row.getLong("id")
                },
                scope,
                run);
        transaction.changeAll("UPDATE life_violation SET content = ? WHERE id = ?", forgotten);
        int known = transaction.change("UPDATE life_forgotten SET run = ? WHERE scope_id = ?", run, scope);
        if (known == 0) {
            transaction.change("INSERT INTO life_forgotten (scope_id, run) VALUES (?, ?)", scope, run);
        }
        return forgotten.size();
    }
}
