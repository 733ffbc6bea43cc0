package id.patuh.ledger.life;

import id.patuh.scope.Hold;
import id.patuh.store.Transaction;
import id.patuh.violation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of runs, within a transaction. */
final class LifeRunTables {

    private static final String RUNS =
            "SELECT r.id, r.scope_id, s.name, r.number, r.run_key, r.inputs_sha256, r.as_of, r.set_sha256, r.program, "
                    + "r.state, r.begun, r.ended, r.groups, r.appeared, r.reopened, r.resolved, r.critical, "
                    + "r.major, r.minor, r.info FROM life_run r JOIN scope s ON s.id = r.scope_id ";

    private final Transaction transaction;

    LifeRunTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The completed run with this key. */
    Optional<LifeRun> completed(String key) throws SQLException {
        return transaction.find(RUNS + "WHERE r.completed_key = ?", LifeRunTables::run, key);
    }

    /** The run that is under way. */
    Optional<LifeRun> running(long scopeId) throws SQLException {
        return transaction.find(RUNS + "WHERE r.running_scope = ?", LifeRunTables::run, scopeId);
    }

    /** The last completed run. */
    Optional<LifeRun> last(String scope) throws SQLException {
        return transaction.find(
                RUNS + "WHERE s.name = ? AND r.number IS NOT NULL ORDER BY r.number DESC FETCH FIRST 1 ROWS ONLY",
                LifeRunTables::run,
                scope);
    }

    /** The last completed run as of a moment, itself included. */
    Optional<LifeRun> last(String scope, Instant asOf) throws SQLException {
        return transaction.find(
                RUNS + "WHERE s.name = ? AND r.number IS NOT NULL AND r.as_of <= ? "
                        + "ORDER BY r.number DESC FETCH FIRST 1 ROWS ONLY",
                LifeRunTables::run,
                scope,
                asOf);
    }

    /** The last completed run of each scope, in the order of their names. */
    List<LifeRun> lasts() throws SQLException {
        return transaction.list(
                RUNS + "WHERE r.number = (SELECT MAX(m.number) FROM life_run m WHERE m.scope_id = r.scope_id) "
                        + "ORDER BY s.name",
                LifeRunTables::run);
    }

    /** The number that the next completed run of the scope will have. */
    long nextNumber(LifeRun run) throws SQLException {
        return last(run.scope()).map(LifeRun::number).orElse(0L) + 1;
    }

    /** The completed run with this number. */
    Optional<LifeRun> run(String scope, long number) throws SQLException {
        return transaction.find(RUNS + "WHERE s.name = ? AND r.number = ?", LifeRunTables::run, scope, number);
    }

    /** All runs, in the order in which they began. */
    List<LifeRun> runs(String scope) throws SQLException {
        return transaction.list(RUNS + "WHERE s.name = ? ORDER BY r.id", LifeRunTables::run, scope);
    }

    /** The last completed runs, the latest first. */
    List<LifeRun> lasts(String scope, int most) throws SQLException {
        return transaction.list(
                RUNS + "WHERE s.name = ? AND r.number IS NOT NULL ORDER BY r.number DESC FETCH FIRST ? ROWS ONLY",
                LifeRunTables::run,
                scope,
                most);
    }

    /** Whether any completed run judged anything. */
    boolean isJudged(String scope) throws SQLException {
        return transaction
                .find(
                        "SELECT r.id FROM life_run r JOIN scope s ON s.id = r.scope_id "
                                + "WHERE s.name = ? AND r.number IS NOT NULL AND r.groups > 0 "
                                + "ORDER BY r.number FETCH FIRST 1 ROWS ONLY",
                        row -> row.getLong("id"),
                        scope)
                .isPresent();
    }

    void begin(Hold hold, RunOrder order, Instant now) throws SQLException {
        transaction.change(
                "INSERT INTO life_run (scope_id, run_key, inputs_sha256, as_of, set_sha256, program, state, begun, "
                        + "groups, appeared, reopened, resolved, critical, major, minor, info, running_scope) "
                        + "VALUES (?, ?, ?, ?, ?, ?, 'running', ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)",
                hold.scopeId(),
                order.key(hold.scope()),
                order.inputsSha256(),
                order.asOf(),
                order.files().sha256(),
                order.program(),
                now,
                hold.scopeId());
    }

    /** Whether it is still under way. */
    boolean isRunning(LifeRun run) throws SQLException {
        return transaction
                .find("SELECT id FROM life_run WHERE id = ? AND state = 'running'", row -> row.getLong("id"), run.id())
                .isPresent();
    }

    void abandon(LifeRun run, Instant now) throws SQLException {
        transaction.change(
                "UPDATE life_run SET state = 'abandoned', ended = ?, running_scope = NULL WHERE id = ?", now, run.id());
    }

    void complete(LifeRun run, long number, RunCounts counts, Instant now) throws SQLException {
        transaction.change(
                "UPDATE life_run SET state = 'completed', ended = ?, running_scope = NULL, completed_key = run_key, "
                        + "number = ?, groups = ?, appeared = ?, reopened = ?, resolved = ?, critical = ?, major = ?, "
                        + "minor = ?, info = ? WHERE id = ?",
                now,
                number,
                counts.groups(),
                counts.appeared(),
                counts.reopened(),
                counts.resolved(),
                counts.open().get(Severity.CRITICAL),
                counts.open().get(Severity.MAJOR),
                counts.open().get(Severity.MINOR),
                counts.open().get(Severity.INFO),
                run.id());
    }

    private static LifeRun run(ResultSet row) throws SQLException {
        return new LifeRun(
                row.getLong("id"),
                row.getLong("scope_id"),
                row.getString("name"),
                row.getObject("number", Long.class),
                row.getString("run_key"),
                row.getString("inputs_sha256"),
                Transaction.instant(row, "as_of"),
                row.getString("set_sha256"),
                row.getString("program"),
                LifeRun.Stage.of(row.getString("state")),
                Transaction.instant(row, "begun"),
                Transaction.instant(row, "ended"),
                new RunCounts(
                        row.getLong("groups"),
                        row.getLong("appeared"),
                        row.getLong("reopened"),
                        row.getLong("resolved"),
                        Map.of(
                                Severity.CRITICAL, row.getLong("critical"),
                                Severity.MAJOR, row.getLong("major"),
                                Severity.MINOR, row.getLong("minor"),
                                Severity.INFO, row.getLong("info"))));
    }
}
