package id.patuh.ledger.life;

import id.patuh.ledger.Records;
import id.patuh.report.ViolationText;
import id.patuh.store.Transaction;
import id.patuh.violation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables of violations, and of what a run under way will change of them, within a transaction. */
final class LifeTables {

    /** The tables that a run with many groups adds rows to; those of runs under way are empty again after each. */
    static final List<String> KEPT = List.of("life_violation", "life_event", "life_lack");

    /** Where a run under way keeps what it found; those that refer to others stand first. */
    private static final List<String> STAGED = List.of("life_move", "life_lack_move", "life_judged", "life_shard");

    private static final String EVALUATED = "v.resolved IS NULL AND v.unevaluated IS NULL";

    private final Transaction transaction;

    LifeTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All violations that were ever found of the groups of a shard, by the keys of these. */
    private Map<String, List<Known>> known(LifeRun run, int shard) throws SQLException {
        Map<String, List<Known>> known = new HashMap<>();
        transaction.each(
                "SELECT v.id, v.fingerprint, v.group_key, v.rule, v.severity, v.unit, v.opened, v.opened_as, "
                        + "v.resolved, v.unevaluated, v.content FROM life_judged j JOIN life_violation v "
                        + "ON v.scope_id = ? AND v.group_key = j.group_key WHERE j.run_id = ? AND j.shard = ?",
                row -> known.computeIfAbsent(row.getString("group_key"), key -> new ArrayList<>())
                        .add(known(row)),
                run.scopeId(),
                run.id(),
                shard);
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getString("fingerprint"),
                row.getString("group_key"),
                row.getString("rule"),
                severity(row),
                row.getString("unit"),
                life(row),
                text(row));
    }

    /**
     * What a violation says.
     *
     * @param row has its fingerprint, too
     * @throws id.patuh.ledger.LedgerException if that is damaged
     */
    static ViolationText text(ResultSet row) throws SQLException {
        return Records.read(
                row.getBytes("content"), ViolationText.class, "life_violation", row.getString("fingerprint"));
    }

    static Severity severity(ResultSet row) throws SQLException {
        return Severity.named(row.getString("severity")).orElseThrow();
    }

    static Life life(ResultSet row) throws SQLException {
        return new Life(
                row.getLong("opened"),
                State.of(row.getString("opened_as")),
                row.getObject("resolved", Long.class),
                row.getObject("unevaluated", Long.class));
    }

    /** The shards that a run under way has recorded. */
    Set<Integer> shards(LifeRun run) throws SQLException {
        return new TreeSet<>(transaction.list(
                "SELECT shard FROM life_shard WHERE run_id = ?", row -> row.getInt("shard"), run.id()));
    }

    /**
     * Takes note of the groups of a shard; what the shard recorded before goes.
     *
     * @return all violations that were ever found of these groups, by the keys of the groups
     */
    Map<String, List<Known>> begin(LifeRun run, int shard, Set<String> groupKeys) throws SQLException {
        if (shards(run).contains(shard)) {
            clear(run, shard);
        }
        transaction.change("INSERT INTO life_shard (run_id, shard) VALUES (?, ?)", run.id(), shard);
        int noted = transaction.changeAll(
                "INSERT INTO life_judged (run_id, shard, group_key) "
                        + "SELECT CAST(? AS BIGINT), CAST(? AS INT), CAST(? AS VARCHAR) WHERE NOT EXISTS "
                        + "(SELECT 1 FROM life_judged WHERE run_id = ? AND group_key = ?)",
                () -> groupKeys.stream()
                        .sorted()
                        .map(key -> new Object[] {run.id(), shard, key, run.id(), key})
                        .iterator());
        if (noted < groupKeys.size()) {
            throw new IllegalArgumentException("groups of shard " + shard + " are in another one, too");
        }
        return known(run, shard);
    }

    /** Adds what a shard will change. */
    void add(LifeRun run, int shard, List<Move> moves) throws SQLException {
        transaction.changeAll(
                "INSERT INTO life_move (run_id, shard, fingerprint, violation_id, group_key, rule, change, severity, "
                        + "severity_before, unit, opened, opened_as, resolved, unevaluated, content) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                () -> moves.stream().map(move -> row(run, shard, move)).iterator());
    }

    /**
     * Adds what becomes of rules that are applied no longer, in groups that the run did not judge, as their facts are gone: open
     * violations are not evaluated, and nothing is lacking.
     *
     * @param shard a number that no shard has
     * @param number that the run will have
     * @param applied ids of the rules that it applies
     */
    void addUnapplied(LifeRun run, int shard, long number, Set<String> applied) throws SQLException {
        transaction.change("INSERT INTO life_shard (run_id, shard) VALUES (?, ?)", run.id(), shard);
        List<String> rules = transaction.list(
                "SELECT DISTINCT v.rule FROM life_violation v WHERE v.scope_id = ? AND " + EVALUATED,
                row -> row.getString("rule"),
                run.scopeId());
        rules.removeAll(applied);
        for (String rule : rules) {
            transaction.change(
                    "INSERT INTO life_move (run_id, shard, fingerprint, violation_id, group_key, rule, change, severity, "
                            + "severity_before, unit, opened, opened_as, unevaluated) "
                            + "SELECT CAST(? AS BIGINT), CAST(? AS INT), v.fingerprint, v.id, v.group_key, v.rule, "
                            + "CAST(? AS VARCHAR), v.severity, v.severity, v.unit, v.opened, v.opened_as, "
                            + "CAST(? AS BIGINT) FROM life_violation v WHERE v.scope_id = ? AND " + EVALUATED
                            + " AND v.rule = ? AND NOT EXISTS "
                            + "(SELECT 1 FROM life_move m WHERE m.run_id = ? AND m.fingerprint = v.fingerprint)",
                    run.id(),
                    shard,
                    Change.NOT_EVALUATED.word(),
                    number,
                    run.scopeId(),
                    rule,
                    run.id());
        }
        new LackTables(transaction).addUnapplied(run, shard, applied);
    }

    private static Object[] row(LifeRun run, int shard, Move move) {
        Severity before = move.severityBefore();
        return new Object[] {
            run.id(),
            shard,
            move.fingerprint(),
            move.known() == null ? null : move.known().id(),
            move.groupKey(),
            move.rule(),
            move.change() == null ? null : move.change().word(),
            move.severity().word(),
            before == null ? null : before.word(),
            move.unit(),
            move.life().opened(),
            move.life().openedAs().word(),
            move.life().resolved(),
            move.life().unevaluated(),
            move.text() == null ? null : Records.packed(move.text())
        };
    }

    /** Removes what a run under way has recorded. */
    void clear(LifeRun run) throws SQLException {
        for (int shard : shards(run)) {
            clear(run, shard);
        }
    }

    private void clear(LifeRun run, int shard) throws SQLException {
        for (String table : STAGED) {
            transaction.change("DELETE FROM " + table + " WHERE run_id = ? AND shard = ?", run.id(), shard);
        }
    }

    /** What a run comes to. */
    RunCounts counts(LifeRun run, RunCounts before) throws SQLException {
        Map<Severity, Long> open = new EnumMap<>(before.open());
        Map<String, Long> changes = new HashMap<>();
        transaction.each(
                "SELECT change, severity, severity_before, COUNT(*) AS times FROM life_move WHERE run_id = ? "
                        + "GROUP BY change, severity, severity_before",
                row -> {
                    long times = row.getLong("times");
                    String change = row.getString("change");
                    changes.merge(String.valueOf(change), times, Long::sum);
                    String was = row.getString("severity_before");
                    if (was != null) {
                        open.merge(Severity.named(was).orElseThrow(), -times, Long::sum);
                    }
                    if (!Change.RESOLVED.word().equals(change)) {
                        open.merge(severity(row), times, Long::sum);
                    }
                },
                run.id());
        long groups = transaction
                .find("SELECT COUNT(*) FROM life_judged WHERE run_id = ?", row -> row.getLong(1), run.id())
                .orElseThrow();
        return new RunCounts(
                groups,
                changes.getOrDefault(Change.NEW.word(), 0L),
                changes.getOrDefault(Change.REOPENED.word(), 0L),
                changes.getOrDefault(Change.RESOLVED.word(), 0L),
                open);
    }

    /**
     * Changes the violations as a run recorded it, and adds to their history; then what was recorded goes. Shard by shard, as
     * rows of a shard stand together.
     */
    void apply(LifeRun run) throws SQLException {
        for (int shard : shards(run)) {
            changeKnown(run, shard);
            addNew(run, shard);
            addHistory(run, shard);
            new LackTables(transaction).apply(run, shard);
            clear(run, shard);
        }
    }

    private void changeKnown(LifeRun run, int shard) throws SQLException {
        transaction.change(
                "UPDATE life_violation v SET (severity, unit, opened, opened_as, resolved, unevaluated, content) = "
                        + "(SELECT m.severity, m.unit, m.opened, m.opened_as, m.resolved, m.unevaluated, "
                        + "COALESCE(m.content, v.content) FROM life_move m "
                        + "WHERE m.run_id = ? AND m.fingerprint = v.fingerprint) "
                        + "WHERE v.id IN (SELECT violation_id FROM life_move "
                        + "WHERE run_id = ? AND shard = ? AND violation_id IS NOT NULL)",
                run.id(),
                run.id(),
                shard);
    }

    private void addNew(LifeRun run, int shard) throws SQLException {
        transaction.change(
                "INSERT INTO life_violation (scope_id, fingerprint, group_key, rule, severity, unit, opened, "
                        + "opened_as, content) "
                        + "SELECT CAST(? AS BIGINT), fingerprint, group_key, rule, severity, unit, opened, opened_as, "
                        + "content FROM life_move WHERE run_id = ? AND shard = ? AND violation_id IS NULL",
                run.scopeId(),
                run.id(),
                shard);
    }

    private void addHistory(LifeRun run, int shard) throws SQLException {
        transaction.change(
                "INSERT INTO life_event (violation_id, run_id, change, severity) "
                        + "SELECT v.id, m.run_id, m.change, m.severity FROM life_move m JOIN life_violation v "
                        + "ON v.scope_id = ? AND v.fingerprint = m.fingerprint "
                        + "WHERE m.run_id = ? AND m.shard = ? AND m.change IS NOT NULL",
                run.scopeId(),
                run.id(),
                shard);
    }
}
