package id.patuh.ledger.waiver;

import id.patuh.ledger.waiver.WaiverStep.Action;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of waivers, within a transaction. */
final class WaiverTables {

    private static final String WAIVERS =
            "SELECT w.id, s.name, w.fingerprint, w.case_id, w.unit, w.rule, w.valid_from, w.valid_until, w.zone, "
                    + "w.reason, w.basis, t.action, t.actor, t.at, t.comment FROM waiver w "
                    + "JOIN scope s ON s.id = w.scope_id JOIN waiver_step t ON t.waiver_id = w.id ";
    private static final String ORDER = "ORDER BY w.id, t.place";

    private final Transaction transaction;

    WaiverTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All waivers, in the order of their numbers. */
    List<Waiver> all() throws SQLException {
        return read(WAIVERS + ORDER);
    }

    /** Those of a scope, in the order of their numbers. */
    List<Waiver> of(String scope) throws SQLException {
        return read(WAIVERS + "WHERE s.name = ? " + ORDER, scope);
    }

    /** Those with a number: one or none. */
    List<Waiver> numbered(long number) throws SQLException {
        return read(WAIVERS + "WHERE w.id = ? " + ORDER, number);
    }

    private List<Waiver> read(String sql, Object... parameters) throws SQLException {
        Map<Long, WaiverTerms> terms = new LinkedHashMap<>();
        Map<Long, List<WaiverStep>> steps = new LinkedHashMap<>();
        transaction.each(
                sql,
                row -> {
                    long number = row.getLong("id");
                    if (!terms.containsKey(number)) {
                        terms.put(number, terms(row));
                    }
                    steps.computeIfAbsent(number, n -> new ArrayList<>()).add(step(row));
                },
                parameters);
        List<Waiver> waivers = new ArrayList<>();
        terms.forEach((number, each) -> waivers.add(new Waiver(number, each, steps.get(number))));
        return waivers;
    }

    private static WaiverTerms terms(ResultSet row) throws SQLException {
        return new WaiverTerms(
                row.getString("name"),
                new Target(
                        row.getString("fingerprint"),
                        row.getString("case_id"),
                        row.getString("unit"),
                        row.getString("rule")),
                new Validity(
                        Transaction.instant(row, "valid_from"),
                        Transaction.instant(row, "valid_until"),
                        ZoneId.of(row.getString("zone"))),
                row.getString("reason"),
                row.getString("basis"));
    }

    private static WaiverStep step(ResultSet row) throws SQLException {
        return new WaiverStep(
                Action.of(row.getString("action")),
                row.getString("actor"),
                Transaction.instant(row, "at"),
                row.getString("comment"));
    }

    /** The number that the next waiver will have. */
    long nextNumber() throws SQLException {
        return transaction
                .find("SELECT COALESCE(MAX(id), 0) + 1 FROM waiver", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Adds a waiver of which there is nothing yet but that it was asked for. */
    void add(long scopeId, Waiver waiver) throws SQLException {
        WaiverTerms terms = waiver.terms();
        Target target = terms.target();
        Validity validity = terms.validity();
        transaction.change(
                "INSERT INTO waiver (id, scope_id, fingerprint, case_id, unit, rule, valid_from, valid_until, zone, "
                        + "reason, basis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                waiver.number(),
                scopeId,
                target.fingerprint(),
                target.caseId(),
                target.unit(),
                target.rule(),
                validity.from(),
                validity.until(),
                validity.zone().getId(),
                terms.reason(),
                terms.basis());
        addLastStep(waiver);
    }

    /** Adds what was done last. */
    void addLastStep(Waiver waiver) throws SQLException {
        int place = waiver.steps().size();
        WaiverStep step = waiver.steps().get(place - 1);
        transaction.change(
                "INSERT INTO waiver_step (waiver_id, place, action, actor, at, comment) VALUES (?, ?, ?, ?, ?, ?)",
                waiver.number(),
                place,
                step.action().word(),
                step.actor(),
                step.at(),
                step.comment());
    }
}
