package id.patuh.ledger.life;

import id.patuh.report.ViolationText;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds some of the violations that are open, without going through all of them. */
public final class Openings {

    private static final int AT_A_TIME = 200;
    private static final String OPEN =
            "SELECT id, fingerprint, group_key, rule, severity, unit, opened, opened_as FROM life_violation "
                    + "WHERE scope_id = ? AND resolved IS NULL AND ";

    private final Store store;

    public Openings(Store store) {
        this.store = store;
    }

    /**
     * Those that a completed run, or those before it, found, or found again, after another one. What a later run found is left
     * aside: it may have been completed since.
     *
     * @param since number of the other one within the scope; 0 for before the first one
     */
    public void since(LifeRun run, long since, Consumer<Opening> taker) {
        each(taker, "opened > ? AND opened <= ?", run.scopeId(), since, run.number());
    }

    /** Those of a rule. */
    public void ofRule(long scopeId, String rule, Consumer<Opening> taker) {
        each(taker, "rule = ?", scopeId, rule);
    }

    /** Those of a group. */
    public void ofGroup(long scopeId, Group group, Consumer<Opening> taker) {
        each(taker, "group_key = ?", scopeId, group.key());
    }

    /** The only one with that fingerprint. */
    public void ofFingerprint(long scopeId, String fingerprint, Consumer<Opening> taker) {
        each(taker, "fingerprint = ?", scopeId, fingerprint);
    }

    private void each(Consumer<Opening> taker, String which, Object... parameters) {
        store.read(transaction -> {
            transaction.each(OPEN + which, row -> taker.accept(violation(row)), parameters);
            return null;
        });
    }

    private static Opening violation(ResultSet row) throws SQLException {
        return new Opening(
                row.getLong("id"),
                row.getString("fingerprint"),
                row.getString("group_key"),
                row.getString("rule"),
                LifeTables.severity(row),
                row.getString("unit"),
                row.getLong("opened"),
                State.of(row.getString("opened_as")));
    }

    /** What some violations say, by the number by which tables know them. */
    public Map<Long, ViolationText> texts(List<Long> ids) {
        Map<Long, ViolationText> texts = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            List<Long> some = ids.subList(from, Math.min(from + AT_A_TIME, ids.size()));
            store.read(transaction -> texts(transaction, some)).forEach(texts::put);
        }
        return texts;
    }

    private static Map<Long, ViolationText> texts(Transaction transaction, List<Long> ids) throws SQLException {
        String named = "(VALUES (CAST(? AS BIGINT))" + ", (?)".repeat(ids.size() - 1) + ") named(id)";
        Map<Long, ViolationText> texts = new HashMap<>();
        transaction.each(
                "SELECT v.id, v.fingerprint, v.content FROM " + named + " JOIN life_violation v ON v.id = named.id",
                row -> texts.put(row.getLong("id"), LifeTables.text(row)),
                new ArrayList<Object>(ids).toArray());
        return texts;
    }
}
