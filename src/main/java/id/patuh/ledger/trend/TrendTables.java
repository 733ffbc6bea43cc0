package id.patuh.ledger.trend;

import id.patuh.ledger.life.Change;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Counts out of the history of violations, within a transaction. */
final class TrendTables {

    /** Whoever was not evaluated and is resolved is no longer among those that are not evaluated. */
    private static final String CHANGES = "SELECT r.number, e.unit, e.rule, e.change, e.lacked, COUNT(*) AS times FROM "
            + "(SELECT e.run_id, v.unit, v.rule, e.change, "
            + "CASE WHEN LAG(e.change) OVER (PARTITION BY e.violation_id ORDER BY e.run_id) = 'not-evaluated' "
            + "THEN 1 ELSE 0 END AS lacked "
            + "FROM life_event e JOIN life_violation v ON v.id = e.violation_id WHERE v.scope_id = ?) e "
            + "JOIN life_run r ON r.id = e.run_id WHERE r.number <= ? "
            + "GROUP BY r.number, e.unit, e.rule, e.change, e.lacked ORDER BY r.number";

    private final Transaction transaction;

    TrendTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What the runs of a scope changed up to one, in their order. */
    void each(long scopeId, long run, Consumer<RuleChange> taker) throws SQLException {
        transaction.each(CHANGES, row -> taker.accept(change(row)), scopeId, run);
    }

    private static RuleChange change(ResultSet row) throws SQLException {
        return new RuleChange(
                row.getLong("number"),
                row.getString("unit"),
                row.getString("rule"),
                Change.of(row.getString("change")),
                row.getInt("lacked") == 1,
                row.getLong("times"));
    }
}
