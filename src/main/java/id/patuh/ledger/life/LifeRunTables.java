package id.patuh.ledger.life;

import id.patuh.store.Transaction;
import id.patuh.violation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of scopes and of the runs over them, within a transaction. */
final class LifeRunTables {

    private static final String RUNS =
            "SELECT r.id, r.scope_id, s.name, r.number, r.run_key, r.inputs_sha256, r.as_of, r.set_sha256, r.program, "
                    + "r.state, r.fence, r.begun, r.ended, r.groups, r.appeared, r.reopened, r.resolved, r.critical, "
                    + "r.major, r.minor, r.info FROM life_run r JOIN life_scope s ON s.id = r.scope_id ";

    private final Transaction transaction;

    LifeRunTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The scope with this name, made where there is none. */
    long scope(String name) throws SQLException {
        Optional<Long> known = findScope(name);
        if (known.isPresent()) {
            return known.get();
        }
        transaction.change("INSERT INTO life_scope (name) VALUES (?)", name);
        return findScope(name).orElseThrow();
    }

    private Optional<Long> findScope(String name) throws SQLException {
        return transaction.find("SELECT id FROM life_scope WHERE name = ?", row -> row.getLong("id"), name);
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

    void begin(long scopeId, RunOrder order, Instant now) throws SQLException {
        transaction.change(
                "INSERT INTO life_run (scope_id, run_key, inputs_sha256, as_of, set_sha256, program, state, fence, "
                        + "writes, begun, groups, appeared, reopened, resolved, critical, major, minor, info, running_scope) "
                        + "VALUES (?, ?, ?, ?, ?, ?, 'running', 1, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)",
                scopeId,
                order.key(),
                order.inputsSha256(),
                order.asOf(),
                order.ruleSet().sha256(),
                order.program(),
                now,
                scopeId);
    }

    /** Keeps earlier holders from writing. */
    void takeOver(LifeRun run) throws SQLException {
        transaction.change("UPDATE life_run SET fence = fence + 1 WHERE id = ?", run.id());
    }

    /**
     * Makes sure that the run is held until the transaction ends. To be the first statement: whoever changes the run at the
     * same time lets this one begin anew, over what is there then.
     *
     * @throws TakenOverException if it is not held
     */
    void hold(LifeRun run) throws SQLException {
        int held = transaction.change(
                "UPDATE life_run SET writes = writes + 1 WHERE id = ? AND fence = ? AND state = 'running'",
                run.id(),
                run.fence());
        if (held == 0) {
            throw new TakenOverException(run);
        }
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
                row.getLong("fence"),
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
