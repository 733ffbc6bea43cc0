package id.patuh.ledger.life;

import id.patuh.report.PackedJson;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables of what the last run could not evaluate, and of what a run under way will change of it. */
final class LackTables {

    private static final String LACKS = "SELECT l.id, l.lack_key, l.group_key, l.facts, l.content FROM life_lack l ";

    private final Transaction transaction;

    LackTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All that was not evaluated of the groups of a shard, by the keys of these. */
    Map<String, List<KnownLack>> known(LifeRun run, int shard) throws SQLException {
        Map<String, List<KnownLack>> known = new HashMap<>();
        transaction.each(
                LACKS + "JOIN life_judged j ON l.scope_id = ? AND l.group_key = j.group_key "
                        + "WHERE j.run_id = ? AND j.shard = ?",
                row -> known.computeIfAbsent(row.getString("group_key"), key -> new ArrayList<>())
                        .add(new KnownLack(
                                row.getLong("id"), row.getString("lack_key"), row.getString("facts"), lack(row))),
                run.scopeId(),
                run.id(),
                shard);
        return known;
    }

    /** All of a scope, in no particular order. */
    void each(long scopeId, Consumer<Lack> taker) throws SQLException {
        transaction.each(LACKS + "WHERE l.scope_id = ?", row -> taker.accept(lack(row)), scopeId);
    }

    /** How much of a scope was not evaluated: subjects by rule. */
    long count(long scopeId) throws SQLException {
        return transaction
                .find("SELECT COUNT(*) FROM life_lack WHERE scope_id = ?", row -> row.getLong(1), scopeId)
                .orElseThrow();
    }

    /** What was not evaluated of a subject. */
    Optional<Lack> find(long scopeId, LackSubject of) throws SQLException {
        return transaction.find(LACKS + "WHERE l.scope_id = ? AND l.lack_key = ?", LackTables::lack, scopeId, of.key());
    }

    private static Lack lack(ResultSet row) throws SQLException {
        return PackedJson.read(row.getBytes("content"), Lack.class);
    }

    /** Adds what a shard will change. */
    void add(LifeRun run, int shard, List<LackMove> moves) throws SQLException {
        transaction.changeAll(
                "INSERT INTO life_lack_move (run_id, shard, lack_key, lack_id, group_key, facts, content) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?)",
                () -> moves.stream().map(move -> row(run, shard, move)).iterator());
    }

    private static Object[] row(LifeRun run, int shard, LackMove move) {
        LackMove.NewLack now = move.now();
        return new Object[] {
            run.id(),
            shard,
            move.key(),
            move.known() == null ? null : move.known().id(),
            now == null ? null : now.groupKey(),
            now == null ? null : now.facts(),
            now == null ? null : PackedJson.of(now.lack())
        };
    }

    /** Changes what is not evaluated as a shard recorded it. */
    void apply(LifeRun run, int shard) throws SQLException {
        transaction.change(
                "DELETE FROM life_lack WHERE id IN (SELECT lack_id FROM life_lack_move "
                        + "WHERE run_id = ? AND shard = ? AND lack_id IS NOT NULL)",
                run.id(),
                shard);
        transaction.change(
                "INSERT INTO life_lack (scope_id, lack_key, group_key, facts, content) "
                        + "SELECT CAST(? AS BIGINT), lack_key, group_key, facts, content FROM life_lack_move "
                        + "WHERE run_id = ? AND shard = ? AND content IS NOT NULL",
                run.scopeId(),
                run.id(),
                shard);
    }
}
