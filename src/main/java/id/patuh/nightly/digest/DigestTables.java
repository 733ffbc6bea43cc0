package id.patuh.nightly.digest;

import id.patuh.ledger.life.LifeRun;
import id.patuh.notice.Outbox;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of digests, within a transaction. */
final class DigestTables {

    private final Transaction transaction;

    DigestTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** That a message tells of some runs. */
    private record Told(String event, ToldRuns.Span span) {}

    /** The date of the last digest. */
    Optional<LocalDate> last() throws SQLException {
        return transaction
                .list(
                        "SELECT MAX(night_date) AS night_date FROM digest",
                        row -> Optional.ofNullable(row.getObject("night_date", LocalDate.class)))
                .get(0);
    }

    boolean isMade(LocalDate date) throws SQLException {
        return transaction
                .find("SELECT night_date FROM digest WHERE night_date = ?", row -> true, date)
                .isPresent();
    }

    void add(LocalDate date, Instant now) throws SQLException {
        transaction.change("INSERT INTO digest (night_date, made) VALUES (?, ?)", date, now);
    }

    /**
     * The runs of a scope that a recipient was told of. Whoever was never told is told what the last run changed.
     */
    ToldRuns told(String recipient, LifeRun last, Outbox outbox) throws SQLException {
        List<Told> told = transaction.list(
                "SELECT event, since, run FROM digest_told WHERE recipient = ? AND scope_id = ?",
                row -> new Told(row.getString("event"), new ToldRuns.Span(row.getLong("since"), row.getLong("run"))),
                recipient,
                last.scopeId());
        long before = last.number() - 1;
        List<ToldRuns.Span> inTime = new ArrayList<>();
        for (Told each : told) {
            before = Math.min(before, each.span().since());
            if (!outbox.isGivenUp(transaction, each.event(), recipient)) {
                inTime.add(each.span());
            }
        }
        return new ToldRuns(before, inTime);
    }

    /** Notes that a recipient is told of all runs up to one; forgets what is of no use then. */
    void tell(String recipient, LifeRun last, String event, ToldRuns before) throws SQLException {
        if (before.upTo() == last.number()) {
            return;
        }
        transaction.change(
                "DELETE FROM digest_told WHERE recipient = ? AND scope_id = ? AND run <= ?",
                recipient,
                last.scopeId(),
                before.upTo());
        transaction.change(
                "INSERT INTO digest_told (recipient, scope_id, event, since, run) VALUES (?, ?, ?, ?, ?)",
                recipient,
                last.scopeId(),
                event,
                before.upTo(),
                last.number());
    }
}
