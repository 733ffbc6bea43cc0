package id.patuh.ledger.life;

import id.patuh.ledger.LedgerException;
import id.patuh.report.Moments;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.violation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tells how violations stand, and how they stood. Runs that are not completed do not show. */
public final class LifeBook {

    private static final String EVENTS =
            "SELECT v.fingerprint, r.number, r.as_of, e.change, e.severity FROM life_event e "
                    + "JOIN life_violation v ON v.id = e.violation_id JOIN life_run r ON r.id = e.run_id "
                    + "JOIN scope s ON s.id = r.scope_id WHERE s.name = ? AND ";

    private static final String NOW = "SELECT v.fingerprint, v.group_key, v.rule, v.severity, v.unit, v.opened, "
            + "v.opened_as, v.resolved, v.unevaluated";

    private static final String OF_SCOPE = " FROM life_violation v WHERE v.scope_id = ?";

    private static final Set<State> OPEN = EnumSet.complementOf(EnumSet.of(State.RESOLVED));

    private static final Comparator<LifeCount> ORDER = Comparator.comparing(LifeCount::state)
            .thenComparing(LifeCount::severity)
            .thenComparing(LifeCount::unit, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(LifeCount::rule);

    private final Store store;

    public LifeBook(Store store) {
        this.store = store;
    }

    /** All runs of a scope, also those under way and abandoned, in the order in which they began. */
    public List<LifeRun> runs(String scope) {
        return store.read(transaction -> new LifeRunTables(transaction).runs(scope));
    }

    /** The last completed runs of a scope, the latest first. */
    public List<LifeRun> lasts(String scope, int most) {
        return store.read(transaction -> new LifeRunTables(transaction).lasts(scope, most));
    }

    /** Whether any completed run of a scope judged anything; else there never were data. */
    public boolean isJudged(String scope) {
        return store.read(transaction -> new LifeRunTables(transaction).isJudged(scope));
    }

    /** The last completed run of a scope. */
    public Optional<LifeRun> last(String scope) {
        return store.read(transaction -> new LifeRunTables(transaction).last(scope));
    }

    /** The last completed run of a scope as of a moment, itself included. */
    public Optional<LifeRun> last(String scope, Instant asOf) {
        return store.read(transaction -> new LifeRunTables(transaction).last(scope, asOf));
    }

    /** The last completed run of each scope that has one, in the order of their names. */
    public List<LifeRun> lasts() {
        return store.read(transaction -> new LifeRunTables(transaction).lasts());
    }

    /** @param asOf the latest moment that they may have judged by, itself included; null for any */
    public List<LifeRun> lasts(Instant asOf) {
        return asOf == null
                ? lasts()
                : lasts().stream()
                        .flatMap(last -> last(last.scope(), asOf).stream())
                        .toList();
    }

    /**
     * The last completed run of a scope.
     *
     * @param asOf the latest moment that it may have judged by, itself included; null for any
     * @param zone in which the moment is told
     * @throws LedgerException if there is none
     */
    public LifeRun checked(String scope, Instant asOf, ZoneId zone) {
        LifeRun last = last(scope).orElseThrow(() -> new LedgerException("scope-unknown", "scope", scope));
        return asOf == null
                ? last
                : last(scope, asOf)
                        .orElseThrow(() -> new LedgerException(
                                "scope-not-checked-yet",
                                Map.of("scope", scope, "asOf", Moments.toTheSecond(asOf, zone))));
    }

    /** @throws LedgerException if no run with that number was completed */
    public LifeRun run(String scope, long number) {
        Optional<LifeRun> run = store.read(transaction -> new LifeRunTables(transaction).run(scope, number));
        return run.orElseThrow(
                () -> new LedgerException("scope-run-unknown", Map.of("scope", scope, "run", Long.toString(number))));
    }

    /**
     * The violations of a scope after a completed run, in no particular order, with few of them in memory at a time.
     *
     * @param states those that are wanted
     */
    public void violations(LifeRun run, Set<State> states, Consumer<LifeViolation> taker) {
        each(run, states, ", v.content", (life, severity, row) -> taker.accept(violation(run, life, severity, row)));
    }

    /** The open violations of a group after a completed run, by their fingerprints. */
    public List<LifeViolation> open(LifeRun run, Group group) {
        List<LifeViolation> open = new ArrayList<>();
        String key = group.key();
        each(run, OPEN, ", v.content", (life, severity, row) -> {
            if (row.getString("group_key").equals(key)) {
                open.add(violation(run, life, severity, row));
            }
        });
        open.sort(Comparator.comparing(LifeViolation::fingerprint));
        return open;
    }

    /**
     * A violation of a scope after its last completed run.
     *
     * @throws LedgerException if there never was one with that fingerprint
     */
    public LifeViolation violation(String scope, String fingerprint) {
        Optional<LifeViolation> found = store.read(transaction -> {
            Optional<LifeRun> run = new LifeRunTables(transaction).last(scope);
            return run.isEmpty()
                    ? Optional.empty()
                    : transaction.find(
                            NOW + ", v.content" + OF_SCOPE + " AND v.fingerprint = ?",
                            row -> violation(run.get(), LifeTables.life(row), LifeTables.severity(row), row),
                            run.get().scopeId(),
                            fingerprint);
        });
        return found.orElseThrow(
                () -> new LedgerException("violation-unknown", Map.of("scope", scope, "fingerprint", fingerprint)));
    }

    static LifeViolation violation(LifeRun run, Life life, Severity severity, ResultSet row) throws SQLException {
        return new LifeViolation(
                row.getString("fingerprint"),
                row.getString("group_key"),
                row.getString("rule"),
                severity,
                life.state(run.number()),
                life.opened(),
                life.resolved(),
                life.unevaluated(),
                LifeTables.text(row));
    }

    /** The open violations of a scope after a completed run, in no particular order, without what they say. */
    public void open(LifeRun run, Consumer<OpenViolation> taker) {
        each(
                run,
                OPEN,
                "",
                (life, severity, row) -> taker.accept(new OpenViolation(
                        row.getString("fingerprint"),
                        row.getString("group_key"),
                        row.getString("rule"),
                        row.getString("unit"),
                        severity,
                        life.state(run.number()))));
    }

    /**
     * What the last completed run of a scope, and those before it of what it did not judge, could not evaluate: some groups, in
     * the order in which runs recorded them.
     *
     * @param behind the place of the last one before them; 0 for the first ones
     * @param most how many groups
     */
    public List<GroupLacks> lacks(String scope, long behind, int most) {
        return store.read(transaction -> {
            Optional<Long> id = Scopes.find(transaction, scope);
            return id.isEmpty() ? List.of() : new LackTables(transaction).behind(id.get(), behind, most);
        });
    }

    /** The same of a subject; empty where it could be evaluated, or there was none. */
    public Optional<Lack> lack(String scope, LackSubject of) {
        return store.read(transaction -> {
            Optional<Long> id = Scopes.find(transaction, scope);
            return id.isEmpty() ? Optional.empty() : lack(transaction, id.get(), of);
        });
    }

    /** How much of the scope of a run is not evaluated by now: subjects by rule. */
    public long countLacks(LifeRun run) {
        return store.read(transaction -> new LackTables(transaction).count(run.scopeId()));
    }

    /** What the last completed run of a scope could not evaluate of a subject; empty where it could, or there was none. */
    public static Optional<Lack> lack(Transaction transaction, long scopeId, LackSubject of) throws SQLException {
        return new LackTables(transaction).find(scopeId, of);
    }

    /** How many violations of a scope stand alike after a completed run. */
    public List<LifeCount> counts(LifeRun run) {
        Map<LifeCount, Long> counts = new HashMap<>();
        each(
                run,
                EnumSet.allOf(State.class),
                "",
                (life, severity, row) -> counts.merge(
                        new LifeCount(
                                life.state(run.number()), severity, row.getString("unit"), row.getString("rule"), 0),
                        1L,
                        Long::sum));
        List<LifeCount> all = new ArrayList<>();
        counts.forEach((alike, times) ->
                all.add(new LifeCount(alike.state(), alike.severity(), alike.unit(), alike.rule(), times)));
        all.sort(ORDER);
        return all;
    }

    /** What a completed run changed. */
    public List<LifeEvent> changes(LifeRun run) {
        return store.read(transaction ->
                transaction.list(EVENTS + "r.id = ? ORDER BY v.fingerprint", LifeBook::event, run.scope(), run.id()));
    }

    /** All that happened to a violation; nothing where there never was one with that fingerprint. */
    public List<LifeEvent> history(String scope, String fingerprint) {
        return store.read(transaction -> transaction.list(
                EVENTS + "v.scope_id = s.id AND v.fingerprint = ? ORDER BY r.number",
                LifeBook::event,
                scope,
                fingerprint));
    }

    private static LifeEvent event(ResultSet row) throws SQLException {
        return new LifeEvent(
                row.getString("fingerprint"),
                row.getLong("number"),
                Transaction.instant(row, "as_of"),
                Change.of(row.getString("change")),
                LifeTables.severity(row));
    }

    /** Takes a violation as it was after the run; the row has what does not depend on it. */
    @FunctionalInterface
    private interface LifeTaker {
        void take(Life life, Severity severity, ResultSet row) throws SQLException;
    }

    /**
     * Goes through the violations in some states.
     *
     * @param further columns, after a comma
     */
    private void each(LifeRun run, Set<State> states, String further, LifeTaker taker) {
        if (!run.isCompleted()) {
            throw new IllegalArgumentException("not completed: " + run);
        }
        LifeTaker wanted = (life, severity, row) -> {
            if (states.contains(life.state(run.number()))) {
                taker.take(life, severity, row);
            }
        };
        store.read(transaction -> {
            long last = new LifeRunTables(transaction)
                    .last(run.scope())
                    .map(LifeRun::number)
                    .orElseThrow();
            if (last == run.number()) {
                String open = states.contains(State.RESOLVED) ? "" : " AND v.resolved IS NULL";
                eachNow(transaction, run, further, open, wanted);
            } else {
                eachThen(transaction, run, further, wanted);
            }
            return null;
        });
    }

    private static void eachNow(Transaction transaction, LifeRun run, String further, String condition, LifeTaker taker)
            throws SQLException {
        transaction.each(
                NOW + further + OF_SCOPE + condition,
                row -> taker.take(LifeTables.life(row), LifeTables.severity(row), row),
                run.scopeId());
    }

    /** As it was: told by the history, of which the last entry up to then comes with all that came before. */
    private static void eachThen(Transaction transaction, LifeRun run, String further, LifeTaker taker)
            throws SQLException {
        Map<Long, Life> lives = new HashMap<>();
        transaction.each(
                "SELECT e.violation_id, r.number, e.change, e.severity, "
                        + "LEAD(e.run_id) OVER (PARTITION BY e.violation_id ORDER BY e.run_id) AS later, "
                        + "v.fingerprint, v.group_key, v.rule, v.unit" + further
                        + " FROM life_event e JOIN life_violation v ON v.id = e.violation_id "
                        + "JOIN life_run r ON r.id = e.run_id WHERE v.scope_id = ? AND r.number <= ? "
                        + "ORDER BY e.violation_id, e.run_id",
                row -> {
                    long id = row.getLong("violation_id");
                    Life life = Life.after(lives.remove(id), Change.of(row.getString("change")), row.getLong("number"));
                    if (row.getObject("later") == null) {
                        taker.take(life, LifeTables.severity(row), row);
                    } else {
                        lives.put(id, life);
                    }
                },
                run.scopeId(),
                run.number());
    }
}
