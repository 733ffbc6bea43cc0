package id.patuh.account;

import id.patuh.store.Details;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What people and programs did, and tried. Entries are added, never changed nor removed. May be used by many threads, and by
 * many processes on one database.
 */
public final class AuditTrail {

    private final Store store;
    private final Clock clock;

    public AuditTrail(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds an event in the transaction that does it, so that there is neither one without the other. */
    public Transaction.Step step(AuditEvent event) {
        return transaction -> {
            Actor actor = event.actor();
            transaction.change(
                    "INSERT INTO audit_entry (at, account, token_id, address, action, object, details, outcome) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    actor.name(),
                    actor.token(),
                    actor.address(),
                    event.action().word(),
                    event.object(),
                    Details.text(event.details()),
                    event.outcome().word());
        };
    }

    /** Adds an event that changed nothing: a refusal, a download. */
    public void add(AuditEvent event) {
        store.write(transaction -> {
            step(event).in(transaction);
            return event;
        });
    }

    /**
     * Some entries, the latest first.
     *
     * @param before number of the entry that the last page ended with; null for the first page
     * @param most how many at most
     */
    public List<AuditEntry> read(AuditFilter filter, Long before, int most) {
        StringBuilder sql = new StringBuilder(
                "SELECT id, at, account, token_id, address, action, object, details, outcome FROM audit_entry WHERE 1 = 1");
        List<Object> values = new ArrayList<>();
        narrow(sql, values, "account = ?", filter.account());
        narrow(
                sql,
                values,
                "action = ?",
                filter.action() == null ? null : filter.action().word());
        narrow(
                sql,
                values,
                "outcome = ?",
                filter.outcome() == null ? null : filter.outcome().word());
        narrow(sql, values, "object = ?", filter.object());
        narrow(sql, values, "at >= ?", filter.from());
        narrow(sql, values, "at < ?", filter.until());
        narrow(sql, values, "id < ?", before);
        values.add(most);
        return store.read(transaction -> transaction.list(
                sql + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY", AuditTrail::entry, values.toArray()));
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            values.add(value);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        Actor actor =
                new Actor(row.getString("account"), row.getObject("token_id", Long.class), row.getString("address"));
        return new AuditEntry(
                row.getLong("id"),
                Transaction.instant(row, "at"),
                new AuditEvent(
                        actor,
                        AuditAction.of(row.getString("action")).orElseThrow(),
                        row.getString("object"),
                        Details.of(row.getString("details")),
                        Outcome.of(row.getString("outcome")).orElseThrow()));
    }
}
