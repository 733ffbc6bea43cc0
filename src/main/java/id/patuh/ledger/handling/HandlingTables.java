package id.patuh.ledger.handling;

import id.patuh.ledger.handling.HandlingEntry.Action;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of what people say of violations, within a transaction. */
final class HandlingTables {

    private static final String ENTRIES =
            "SELECT id, fingerprint, action, assignee, actor, at, comment FROM handling WHERE scope_id = ? ";

    private final Transaction transaction;

    HandlingTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All of a violation, in order. */
    List<HandlingEntry> of(long scopeId, String fingerprint) throws SQLException {
        return transaction.list(
                ENTRIES + "AND fingerprint = ? ORDER BY id", HandlingTables::entry, scopeId, fingerprint);
    }

    /** Who is to see to which violation, by fingerprints. */
    Map<String, String> assignees(long scopeId) throws SQLException {
        Map<String, String> assignees = new HashMap<>();
        transaction.each(
                "SELECT fingerprint, assignee FROM handling WHERE scope_id = ? AND action = 'assigned' ORDER BY id",
                row -> {
                    if (row.getString("assignee") == null) {
                        assignees.remove(row.getString("fingerprint"));
                    } else {
                        assignees.put(row.getString("fingerprint"), row.getString("assignee"));
                    }
                },
                scopeId);
        return assignees;
    }

    private static HandlingEntry entry(ResultSet row) throws SQLException {
        return new HandlingEntry(
                row.getLong("id"),
                row.getString("fingerprint"),
                Action.of(row.getString("action")),
                row.getString("assignee"),
                row.getString("actor"),
                Transaction.instant(row, "at"),
                row.getString("comment"));
    }

    /** Adds an entry, whatever number it says. */
    void add(long scopeId, HandlingEntry entry) throws SQLException {
        transaction.change(
                "INSERT INTO handling (scope_id, fingerprint, action, assignee, actor, at, comment) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?)",
                scopeId,
                entry.fingerprint(),
                entry.action().word(),
                entry.assignee(),
                entry.actor(),
                entry.at(),
                entry.comment());
    }
}
