package id.patuh.ledger.life;

import id.patuh.ledger.Records;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of what the last run could not evaluate, and of what a run under way will change of it: one row a group, as a
 * log that lacks a column lacks it for each of its cases.
 */
final class LackTables {

    private static final String LACKS = "SELECT l.id, l.group_key, l.facts, l.content FROM life_lack l ";

    private final Transaction transaction;

    /** As it is packed. */
    private record Content(List<Lack> lacks) {}

    LackTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What was not evaluated of the groups of a shard, by their keys. */
    Map<String, KnownLacks> known(LifeRun run, int shard) throws SQLException {
        Map<String, KnownLacks> known = new HashMap<>();
        transaction.each(
                LACKS + "JOIN life_judged j ON l.scope_id = ? AND l.group_key = j.group_key "
                        + "WHERE j.run_id = ? AND j.shard = ?",
                row -> known.put(
                        row.getString("group_key"),
                        new KnownLacks(row.getLong("id"), row.getString("facts"), lacks(row))),
                run.scopeId(),
                run.id(),
                shard);
        return known;
    }

    /** The first groups of a scope behind a place. */
    List<GroupLacks> behind(long scopeId, long place, int most) throws SQLException {
        return transaction.list(
                LACKS + "WHERE l.scope_id = ? AND l.id > ? ORDER BY l.id FETCH FIRST ? ROWS ONLY",
                row -> new GroupLacks(row.getLong("id"), lacks(row)),
                scopeId,
                place,
                most);
    }

    /** How much of a scope was not evaluated: subjects by rule. */
    long count(long scopeId) throws SQLException {
        return transaction
                .find(
                        "SELECT COALESCE(SUM(lacks), 0) FROM life_lack WHERE scope_id = ?",
                        row -> row.getLong(1),
                        scopeId)
                .orElseThrow();
    }

    /** What was not evaluated of a subject. */
    Optional<Lack> find(long scopeId, LackSubject of) throws SQLException {
        return transaction
                .find(
                        LACKS + "WHERE l.scope_id = ? AND l.group_key = ?",
                        LackTables::lacks,
                        scopeId,
                        of.group().key())
                .flatMap(lacks ->
                        lacks.stream().filter(lack -> lack.of().equals(of)).findFirst());
    }

    private static List<Lack> lacks(ResultSet row) throws SQLException {
        return Records.read(row.getBytes("content"), Content.class, "life_lack", row.getLong("id"))
                .lacks();
    }

    /** Adds what a shard will change. */
    void add(LifeRun run, int shard, List<LackMove> moves) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (LackMove move : moves) {
            rows.add(row(run, shard, rows.size(), move));
        }
        transaction.changeAll(
                "INSERT INTO life_lack_move (run_id, shard, place, lack_id, group_key, facts, lacks, content) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Adds that nothing is lacking for rules that are applied no longer, in groups that the run did not judge. */
    void addUnapplied(LifeRun run, int shard, Set<String> applied) throws SQLException {
        List<LackMove> moves = new ArrayList<>();
        transaction.each(
                LACKS + "WHERE l.scope_id = ? AND NOT EXISTS "
                        + "(SELECT 1 FROM life_judged j WHERE j.run_id = ? AND j.group_key = l.group_key)",
                row -> {
                    List<Lack> lacks = lacks(row);
                    List<Lack> left = lacks.stream()
                            .filter(lack -> applied.contains(lack.of().rule()))
                            .toList();
                    if (left.size() < lacks.size()) {
                        moves.add(new LackMove(
                                row.getLong("id"), row.getString("group_key"), row.getString("facts"), left));
                    }
                },
                run.scopeId(),
                run.id());
        add(run, shard, moves);
    }

    private static Object[] row(LifeRun run, int shard, int place, LackMove move) {
        return new Object[] {
            run.id(),
            shard,
            place,
            move.knownId(),
            move.groupKey(),
            move.facts(),
            move.lacks().size(),
            Records.packed(new Content(move.lacks()))
        };
    }

    /** Changes what is not evaluated as a shard recorded it. */
    void apply(LifeRun run, int shard) throws SQLException {
        List<Object[]> known = transaction.list(
                "SELECT lack_id FROM life_lack_move WHERE run_id = ? AND shard = ? AND lack_id IS NOT NULL",
                row -> new Object[] {row.getLong("lack_id")},
                run.id(),
                shard);
        // One by one: H2 would look through all of them for IN.
        transaction.changeAll("DELETE FROM life_lack WHERE id = ?", known);
        transaction.change(
                "INSERT INTO life_lack (scope_id, group_key, facts, lacks, content) "
                        + "SELECT CAST(? AS BIGINT), group_key, facts, lacks, content FROM life_lack_move "
                        + "WHERE run_id = ? AND shard = ? AND lacks > 0",
                run.scopeId(),
                run.id(),
                shard);
    }
}
