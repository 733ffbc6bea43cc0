package id.patuh.ledger.life;

import id.patuh.ledger.LedgerException;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Violations of scopes after their last completed runs, page by page, the heaviest first. */
public final class LifePages {

    private static final String VIOLATIONS = " FROM life_violation v WHERE v.scope_id = ?";
    private static final String COLUMNS = "SELECT v.fingerprint, v.group_key, v.rule, v.severity, v.unit, v.opened, "
            + "v.opened_as, v.resolved, v.unevaluated, v.content";
    /** As {@link id.patuh.violation.Severity} has them. */
    private static final String WEIGHT =
            "CASE v.severity WHEN 'critical' THEN 0 WHEN 'major' THEN 1 WHEN 'minor' THEN 2 ELSE 3 END";

    private static final String ORDER = " ORDER BY " + WEIGHT + ", v.rule, v.fingerprint";

    private final Store store;

    public LifePages(Store store) {
        this.store = store;
    }

    /** Where a page begins: behind a violation. */
    private record Behind(int weight, String rule, String fingerprint) {

        static final String CONDITION =
                WEIGHT + " > ? OR " + WEIGHT + " = ? AND (v.rule > ? OR v.rule = ? AND v.fingerprint > ?)";

        List<Object> parameters() {
            return List.of(weight, weight, rule, rule, fingerprint);
        }
    }

    /**
     * A page.
     *
     * @param behind fingerprint of the last violation of the page before; null, or of none, for the first page
     * @param most how many violations it has at most
     * @throws LedgerException if no run of the scope was ever completed
     */
    public LifePage page(String scope, LifeQuery query, String behind, int most) {
        return store.read(transaction -> {
            LifeRun run = new LifeRunTables(transaction)
                    .last(scope)
                    .orElseThrow(() -> new LedgerException("scope-unknown", "scope", scope));
            List<Object> parameters = new ArrayList<>(List.of(run.scopeId()));
            parameters.addAll(query.parameters(run.number()));
            Optional<Behind> begin = behind == null ? Optional.empty() : behind(transaction, run, behind);
            return query.isToldByColumns()
                    ? byColumns(transaction, run, query, parameters, begin, most)
                    : byReading(transaction, run, query, parameters, begin, most);
        });
    }

    private static Optional<Behind> behind(Transaction transaction, LifeRun run, String fingerprint)
            throws SQLException {
        return transaction.find(
                "SELECT " + WEIGHT + " AS weight, v.rule, v.fingerprint" + VIOLATIONS + " AND v.fingerprint = ?",
                row -> new Behind(row.getInt("weight"), row.getString("rule"), row.getString("fingerprint")),
                run.scopeId(),
                fingerprint);
    }

    private static LifePage byColumns(
            Transaction transaction,
            LifeRun run,
            LifeQuery query,
            List<Object> parameters,
            Optional<Behind> begin,
            int most)
            throws SQLException {
        String asked = VIOLATIONS + query.condition();
        long count = transaction
                .find("SELECT COUNT(*)" + asked, row -> row.getLong(1), parameters.toArray())
                .orElseThrow();
        List<Object> all = new ArrayList<>(parameters);
        begin.ifPresent(from -> all.addAll(from.parameters()));
        all.add(most + 1);
        String later = begin.isPresent() ? " AND (" + Behind.CONDITION + ")" : "";
        List<LifeViolation> found = transaction.list(
                COLUMNS + asked + later + ORDER + " FETCH FIRST ? ROWS ONLY",
                row -> violation(run, row),
                all.toArray());
        return new LifePage(run, first(found, most), count, found.size() > most);
    }

    /** What only their words tell is looked for in all of them, few of which are in memory at a time. */
    private static LifePage byReading(
            Transaction transaction,
            LifeRun run,
            LifeQuery query,
            List<Object> parameters,
            Optional<Behind> begin,
            int most)
            throws SQLException {
        List<LifeViolation> found = new ArrayList<>();
        long[] count = {0};
        // Which is later the database says, since it compares texts in its own way.
        String later = begin.isPresent() ? "CASE WHEN " + Behind.CONDITION + " THEN 1 ELSE 0 END" : "1";
        List<Object> all = new ArrayList<>();
        begin.ifPresent(from -> all.addAll(from.parameters()));
        all.addAll(parameters);
        transaction.each(
                COLUMNS + ", " + later + " AS later" + VIOLATIONS + query.condition() + ORDER,
                row -> {
                    LifeViolation violation = violation(run, row);
                    if (query.asksFor(violation)) {
                        count[0]++;
                        if (row.getInt("later") == 1 && found.size() <= most) {
                            found.add(violation);
                        }
                    }
                },
                all.toArray());
        return new LifePage(run, first(found, most), count[0], found.size() > most);
    }

    private static List<LifeViolation> first(List<LifeViolation> found, int most) {
        return found.subList(0, Math.min(most, found.size()));
    }

    private static LifeViolation violation(LifeRun run, ResultSet row) throws SQLException {
        return LifeBook.violation(run, LifeTables.life(row), LifeTables.severity(row), row);
    }

    /** The rules that violations of a scope were ever found by, in order. */
    public List<String> rules(String scope) {
        return store.read(transaction -> transaction.list(
                "SELECT DISTINCT v.rule FROM life_violation v JOIN scope s ON s.id = v.scope_id WHERE s.name = ? "
                        + "ORDER BY v.rule",
                row -> row.getString("rule"),
                scope));
    }
}
