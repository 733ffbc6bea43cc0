package id.patuh.ledger.life;

import id.patuh.ledger.LedgerException;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Violations of scopes after their last completed runs, page by page, the heaviest first. */
public final class LifePages {

    /** How many are unpacked for a page at most, where only their words tell whether they are asked for. */
    private static final int MOST_READ = 5_000;

    private static final int AT_A_TIME = 200;

    private static final String VIOLATIONS = " FROM life_violation v WHERE v.scope_id = ?";
    private static final String OUTLINE =
            "SELECT v.id, v.fingerprint, v.group_key, v.rule, v.severity, v.unit, v.opened, "
                    + "v.opened_as, v.resolved, v.unevaluated";
    /** As {@link id.patuh.violation.Severity} has them. */
    private static final String WEIGHT =
            "CASE v.severity WHEN 'critical' THEN 0 WHEN 'major' THEN 1 WHEN 'minor' THEN 2 ELSE 3 END";

    private static final String ORDER = " ORDER BY " + WEIGHT + ", v.rule, v.fingerprint";

    private final Store store;
    private final int mostRead;

    public LifePages(Store store) {
        this(store, MOST_READ);
    }

    /** @param mostRead how many are unpacked for a page at most */
    LifePages(Store store, int mostRead) {
        this.store = store;
        this.mostRead = mostRead;
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
     * A page. Of very many violations whose words are asked for it goes through some only, and may have few or none; the next one
     * goes on behind these.
     *
     * @param behind fingerprint of the last violation that the page before went through; null, or of none, for the first page
     * @param most how many violations it has at most
     * @throws LedgerException if no run of the scope was ever completed
     */
    public LifePage page(String scope, LifeQuery query, String behind, int most) {
        return store.read(transaction -> {
            LifeRun run = new LifeRunTables(transaction)
                    .last(scope)
                    .orElseThrow(() -> new LedgerException("scope-unknown", "scope", scope));
            Optional<Behind> begin = behind == null ? Optional.empty() : behind(transaction, run, behind);
            return query.isToldByColumns()
                    ? byColumns(transaction, run, query, begin, most)
                    : byOutlines(transaction, run, query, begin, most);
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
            Transaction transaction, LifeRun run, LifeQuery query, Optional<Behind> begin, int most)
            throws SQLException {
        String asked = VIOLATIONS + query.condition();
        List<Object> parameters = parameters(run, query);
        long count = transaction
                .find("SELECT COUNT(*)" + asked, row -> row.getLong(1), parameters.toArray())
                .orElseThrow();
        begin.ifPresent(from -> parameters.addAll(from.parameters()));
        parameters.add(most + 1);
        String later = begin.isPresent() ? " AND (" + Behind.CONDITION + ")" : "";
        List<LifeViolation> found = transaction.list(
                OUTLINE + ", v.content" + asked + later + ORDER + " FETCH FIRST ? ROWS ONLY",
                row -> violation(run, row),
                parameters.toArray());
        return page(run, found, count, most);
    }

    private static List<Object> parameters(LifeRun run, LifeQuery query) {
        List<Object> parameters = new ArrayList<>(List.of(run.scopeId()));
        parameters.addAll(query.parameters(run.number()));
        return parameters;
    }

    /** Words are looked at of as many as may be; what has none of them is cheap to go through. */
    private LifePage byOutlines(Transaction transaction, LifeRun run, LifeQuery query, Optional<Behind> begin, int most)
            throws SQLException {
        Outlines outlines = outlines(transaction, run, query, begin, query.asksForWords() ? mostRead : most);
        if (!query.asksForWords()) {
            return page(
                    run,
                    read(transaction, run, outlines.later()),
                    outlines.all().count(),
                    most);
        }
        if (outlines.all().isWhole()) {
            return counted(transaction, run, query, outlines, most);
        }
        return searched(transaction, run, query, outlines.later(), most);
    }

    /**
     * What columns tell of the violations that they do not rule out.
     *
     * @param all from the first one on
     * @param later behind the page before
     */
    private record Outlines(First all, First later) {}

    /** The first of some, one more than are wanted, and how many there are. */
    private static final class First {

        private final int most;
        private final List<LifeOutline> outlines = new ArrayList<>();
        private long count;

        First(int most) {
            this.most = most;
        }

        void add(LifeOutline outline) {
            count++;
            if (count <= most + 1L) {
                outlines.add(outline);
            }
        }

        long count() {
            return count;
        }

        boolean isWhole() {
            return count <= most;
        }
    }

    private static Outlines outlines(
            Transaction transaction, LifeRun run, LifeQuery query, Optional<Behind> begin, int most)
            throws SQLException {
        Outlines outlines = new Outlines(new First(most), new First(most));
        // Which is later the database says, since it compares texts in its own way.
        String later = begin.isPresent() ? "CASE WHEN " + Behind.CONDITION + " THEN 1 ELSE 0 END" : "1";
        List<Object> parameters = new ArrayList<>();
        begin.ifPresent(from -> parameters.addAll(from.parameters()));
        parameters.addAll(parameters(run, query));
        transaction.each(
                OUTLINE + ", " + later + " AS later" + VIOLATIONS + query.condition() + ORDER,
                row -> {
                    LifeOutline outline = outline(run, row);
                    if (query.asksFor(outline)) {
                        outlines.all().add(outline);
                        if (row.getInt("later") == 1) {
                            outlines.later().add(outline);
                        }
                    }
                },
                parameters.toArray());
        return outlines;
    }

    /** All are read, so that it can be said how many there are. */
    private static LifePage counted(Transaction transaction, LifeRun run, LifeQuery query, Outlines outlines, int most)
            throws SQLException {
        List<LifeViolation> asked = read(transaction, run, outlines.all()).stream()
                .filter(query::asksFor)
                .toList();
        Set<String> later =
                outlines.later().outlines.stream().map(LifeOutline::fingerprint).collect(Collectors.toSet());
        List<LifeViolation> found = asked.stream()
                .filter(violation -> later.contains(violation.fingerprint()))
                .toList();
        return page(run, found, (long) asked.size(), most);
    }

    /** Read until there are enough. */
    private static LifePage searched(Transaction transaction, LifeRun run, LifeQuery query, First later, int most)
            throws SQLException {
        List<LifeOutline> read = later.outlines.subList(0, (int) Math.min(later.count, later.most));
        List<LifeViolation> found = new ArrayList<>();
        for (int from = 0; from < read.size() && found.size() <= most; from += AT_A_TIME) {
            List<LifeOutline> some = read.subList(from, Math.min(from + AT_A_TIME, read.size()));
            read(transaction, run, some).stream().filter(query::asksFor).forEach(found::add);
        }
        if (found.size() > most || later.isWhole()) {
            return page(run, found, null, most);
        }
        return new LifePage(run, found, null, read.get(read.size() - 1).fingerprint());
    }

    private static LifePage page(LifeRun run, List<LifeViolation> found, Long count, int most) {
        List<LifeViolation> first = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most ? first.get(most - 1).fingerprint() : null;
        return new LifePage(run, first, count, next);
    }

    private static List<LifeViolation> read(Transaction transaction, LifeRun run, First first) throws SQLException {
        List<LifeViolation> all = new ArrayList<>();
        for (int from = 0; from < first.outlines.size(); from += AT_A_TIME) {
            all.addAll(read(
                    transaction, run, first.outlines.subList(from, Math.min(from + AT_A_TIME, first.outlines.size()))));
        }
        return all;
    }

    /** With what they say, in their order. */
    private static List<LifeViolation> read(Transaction transaction, LifeRun run, List<LifeOutline> outlines)
            throws SQLException {
        if (outlines.isEmpty()) {
            return List.of();
        }
        String named = "(VALUES (CAST(? AS BIGINT))" + ", (?)".repeat(outlines.size() - 1) + ") named(id)";
        Map<String, LifeViolation> byFingerprint = new HashMap<>();
        transaction.each(
                OUTLINE + ", v.content FROM " + named + " JOIN life_violation v ON v.id = named.id",
                row -> byFingerprint.put(row.getString("fingerprint"), violation(run, row)),
                outlines.stream().map(LifeOutline::id).toArray());
        return outlines.stream()
                .map(outline -> byFingerprint.get(outline.fingerprint()))
                .toList();
    }

    private static LifeOutline outline(LifeRun run, ResultSet row) throws SQLException {
        return new LifeOutline(
                row.getLong("id"),
                row.getString("fingerprint"),
                row.getString("group_key"),
                row.getString("rule"),
                row.getString("unit"),
                LifeTables.life(row).state(run.number()));
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
