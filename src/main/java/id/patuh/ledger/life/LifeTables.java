package id.patuh.ledger.life;

import id.patuh.report.ViolationText;
import id.patuh.store.Transaction;
import id.patuh.violation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables of violations, and of what a run under way will change of them, within a transaction. */
final class LifeTables {

    private final Transaction transaction;

    LifeTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All violations that were ever found of some groups, by the keys of these. */
    Map<String, List<Known>> known(long scopeId, Collection<String> groupKeys) throws SQLException {
        Map<String, List<Known>> known = new HashMap<>();
        transaction.each(
                "SELECT id, fingerprint, group_key, rule, severity, unit, opened, opened_as, resolved, unevaluated, "
                        + "content FROM life_violation WHERE scope_id = ? AND group_key = ANY (?)",
                row -> known.computeIfAbsent(row.getString("group_key"), key -> new ArrayList<>())
                        .add(known(row)),
                scopeId,
                groupKeys.toArray(new String[0]));
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
                ViolationText.unpacked(row.getBytes("content")));
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

    /** Records what a shard found; what it recorded before goes. */
    void record(LifeRun run, int shard, int groups, List<Move> moves) throws SQLException {
        if (shards(run).contains(shard)) {
            transaction.change("DELETE FROM life_move WHERE run_id = ? AND shard = ?", run.id(), shard);
            transaction.change("DELETE FROM life_shard WHERE run_id = ? AND shard = ?", run.id(), shard);
        }
        refuseTwice(run, moves);
        transaction.change("INSERT INTO life_shard (run_id, shard, groups) VALUES (?, ?, ?)", run.id(), shard, groups);
        transaction.changeAll(
                "INSERT INTO life_move (run_id, shard, fingerprint, violation_id, group_key, rule, change, severity, "
                        + "severity_before, unit, opened, opened_as, resolved, unevaluated, content) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                () -> moves.stream().map(move -> row(run, shard, move)).iterator());
    }

    /** As an error of the caller, rather than as that of a writer who was overtaken and tries again. */
    private void refuseTwice(LifeRun run, List<Move> moves) throws SQLException {
        Set<String> fingerprints = new TreeSet<>();
        for (Move move : moves) {
            if (!fingerprints.add(move.fingerprint())) {
                throw new IllegalArgumentException("twice in a shard: " + move.fingerprint());
            }
        }
        List<String> elsewhere = transaction.list(
                "SELECT fingerprint FROM life_move WHERE run_id = ? AND fingerprint = ANY (?)",
                row -> row.getString("fingerprint"),
                run.id(),
                fingerprints.toArray(new String[0]));
        if (!elsewhere.isEmpty()) {
            throw new IllegalArgumentException("in two shards: " + elsewhere);
        }
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
            storable(move.unit()),
            move.life().opened(),
            move.life().openedAs().word(),
            move.life().resolved(),
            move.life().unevaluated(),
            move.text() == null ? null : move.text().packed()
        };
    }

    /** Without what databases do not take; the text has all of it. */
    private static String storable(String unit) {
        return unit == null ? null : unit.replaceAll("[\\x00\\p{Cs}]", "?");
    }

    /** Removes what a run under way has recorded. */
    void clear(LifeRun run) throws SQLException {
        transaction.change("DELETE FROM life_move WHERE run_id = ?", run.id());
        transaction.change("DELETE FROM life_shard WHERE run_id = ?", run.id());
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
                .find("SELECT SUM(groups) AS groups FROM life_shard WHERE run_id = ?", row -> row.getLong(1), run.id())
                .orElseThrow();
        return new RunCounts(
                groups,
                changes.getOrDefault(Change.NEW.word(), 0L),
                changes.getOrDefault(Change.REOPENED.word(), 0L),
                changes.getOrDefault(Change.RESOLVED.word(), 0L),
                open);
    }

    /** Changes the violations as a run recorded it, and adds to their history. */
    void apply(LifeRun run) throws SQLException {
        transaction.change(
                "UPDATE life_violation v SET (severity, unit, opened, opened_as, resolved, unevaluated, content) = "
                        + "(SELECT m.severity, m.unit, m.opened, m.opened_as, m.resolved, m.unevaluated, "
                        + "COALESCE(m.content, v.content) FROM life_move m "
                        + "WHERE m.run_id = ? AND m.fingerprint = v.fingerprint) "
                        + "WHERE v.id IN (SELECT violation_id FROM life_move "
                        + "WHERE run_id = ? AND violation_id IS NOT NULL)",
                run.id(),
                run.id());
        transaction.change(
                "INSERT INTO life_violation (scope_id, fingerprint, group_key, rule, severity, unit, opened, "
                        + "opened_as, content) "
                        + "SELECT CAST(? AS BIGINT), fingerprint, group_key, rule, severity, unit, opened, opened_as, "
                        + "content FROM life_move WHERE run_id = ? AND violation_id IS NULL ORDER BY fingerprint",
                run.scopeId(),
                run.id());
        transaction.change(
                "INSERT INTO life_event (violation_id, run_id, change, severity) "
                        + "SELECT v.id, m.run_id, m.change, m.severity FROM life_move m JOIN life_violation v "
                        + "ON v.scope_id = ? AND v.fingerprint = m.fingerprint "
                        + "WHERE m.run_id = ? AND m.change IS NOT NULL ORDER BY v.id",
                run.scopeId(),
                run.id());
    }
}
