package id.patuh.ledger.life;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.Records;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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

    /**
     * Forgets what those said that a run resolved; the earlier ones did so before.
     *
     * @param failures hears of damaged ones, which stay as they are
     * @return how many they were
     */
    long forget(long scope, long run, Consumer<LedgerException> failures) throws SQLException {
        List<Object[]> forgotten = new ArrayList<>();
        transaction.each(
                "SELECT id, fingerprint, content FROM life_violation WHERE scope_id = ? AND resolved = ?",
                row -> {
                    try {
                        byte[] content = Records.packed(LifeTables.text(row).forgotten());
                        forgotten.add(new Object[] {content, row.getLong("id")});
                    } catch (LedgerException e) {
                        failures.accept(e);
                    }
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
