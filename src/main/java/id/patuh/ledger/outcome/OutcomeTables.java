package id.patuh.ledger.outcome;

import id.patuh.ledger.Records;
import id.patuh.ledger.life.Lack;
import id.patuh.store.Transaction;
import id.patuh.violation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of outcomes, within a transaction. */
final class OutcomeTables {

    private static final String OUTCOMES =
            "SELECT o.id, s.name, o.content, o.result, o.severity, o.reason, o.evidence_name, o.evidence_sha256, "
                    + "o.actor, o.at, w.actor AS ended_by, w.at AS ended_at, w.comment FROM outcome o "
                    + "JOIN scope s ON s.id = o.scope_id LEFT JOIN outcome_withdrawal w ON w.outcome_id = o.id ";

    private final Transaction transaction;

    OutcomeTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All outcomes, in the order of their numbers. */
    List<Outcome> all() throws SQLException {
        return transaction.list(OUTCOMES + "ORDER BY o.id", OutcomeTables::outcome);
    }

    /** Those of a scope, in the order of their numbers. */
    List<Outcome> of(String scope) throws SQLException {
        return transaction.list(OUTCOMES + "WHERE s.name = ? ORDER BY o.id", OutcomeTables::outcome, scope);
    }

    Optional<Outcome> numbered(long number) throws SQLException {
        return transaction.find(OUTCOMES + "WHERE o.id = ?", OutcomeTables::outcome, number);
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        String severity = row.getString("severity");
        Instant ended = Transaction.instant(row, "ended_at");
        return new Outcome(
                row.getLong("id"),
                row.getString("name"),
                Records.read(row.getBytes("content"), Lack.class, "outcome", row.getLong("id")),
                new Verdict(
                        Result.named(row.getString("result")).orElseThrow(),
                        severity == null ? null : Severity.named(severity).orElseThrow(),
                        row.getString("reason")),
                new EvidenceFile(row.getString("evidence_name"), row.getString("evidence_sha256")),
                row.getString("actor"),
                Transaction.instant(row, "at"),
                ended == null ? null : new Withdrawal(row.getString("ended_by"), ended, row.getString("comment")));
    }

    /** The number that the next outcome will have. */
    long nextNumber() throws SQLException {
        return transaction
                .find("SELECT COALESCE(MAX(id), 0) + 1 FROM outcome", row -> row.getLong(1))
                .orElseThrow();
    }

    void add(long scopeId, Outcome outcome) throws SQLException {
        Verdict verdict = outcome.verdict();
        transaction.change(
                "INSERT INTO outcome (id, scope_id, content, result, severity, reason, evidence_name, "
                        + "evidence_sha256, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                outcome.number(),
                scopeId,
                Records.packed(outcome.lack()),
                verdict.result().word(),
                verdict.severity() == null ? null : verdict.severity().word(),
                verdict.reason(),
                outcome.evidence().name(),
                outcome.evidence().sha256(),
                outcome.actor(),
                outcome.at());
    }

    void withdraw(long number, Withdrawal withdrawal) throws SQLException {
        transaction.change(
                "INSERT INTO outcome_withdrawal (outcome_id, actor, at, comment) VALUES (?, ?, ?, ?)",
                number,
                withdrawal.actor(),
                withdrawal.at(),
                withdrawal.comment());
    }
}
