package id.patuh.ledger.handling;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.handling.HandlingEntry.Action;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.rulebook.Texts;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What people say of violations, and whom they ask to see to them. Nothing of it is ever changed, nor moves a state. May be
 * used by many threads, and by many processes on one database.
 */
public final class Handling {

    private final Store store;
    private final Clock clock;
    private final Function<HandlingEntry, Transaction.Step> along;

    public Handling(Store store, Clock clock) {
        this(store, clock, entry -> Transaction.Step.NONE);
    }

    /** @param along what is done in the transaction that adds an entry */
    public Handling(Store store, Clock clock, Function<HandlingEntry, Transaction.Step> along) {
        this.store = store;
        this.clock = clock;
        this.along = along;
    }

    /**
     * Says something of a violation. Whoever says the same twice in a row, as programs do that got no answer, said it once.
     *
     * @throws LedgerException if there never was such a violation
     * @throws id.patuh.rulebook.RulebookException if the name or the text cannot be used
     */
    public HandlingEntry comment(String scope, String fingerprint, String comment, String actor) {
        return add(scope, fingerprint, Action.COMMENTED, null, actor, Texts.required(comment));
    }

    /**
     * Says who is to see to a violation from now on, in place of whoever was.
     *
     * @param assignee name of an account; null for nobody
     * @param comment may be empty
     * @throws LedgerException if there never was such a violation, or he is to see to it already
     * @throws id.patuh.rulebook.RulebookException if a name or the text cannot be used
     */
    public HandlingEntry assign(String scope, String fingerprint, String assignee, String comment, String actor) {
        String who = assignee == null ? null : Texts.person(assignee);
        return add(scope, fingerprint, Action.ASSIGNED, who, actor, Texts.optional(comment));
    }

    private HandlingEntry add(
            String scope, String fingerprint, Action action, String assignee, String actor, String comment) {
        Texts.refuseLong(comment);
        LifeViolation violation = new LifeBook(store).violation(scope, fingerprint);
        HandlingEntry entry = new HandlingEntry(
                0,
                violation.fingerprint(),
                action,
                assignee,
                Texts.person(actor),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                comment);
        return store.write(transaction -> {
            long id = Scopes.find(transaction, scope).orElseThrow();
            HandlingTables tables = new HandlingTables(transaction);
            List<HandlingEntry> before = tables.of(id, fingerprint);
            if (action == Action.ASSIGNED && Objects.equals(assignee, assignee(before))) {
                throw assignee == null
                        ? new LedgerException("unassigned-already", Map.of())
                        : new LedgerException("assigned-already", "person", assignee);
            }
            HandlingEntry last = before.isEmpty() ? null : before.get(before.size() - 1);
            if (last != null && entry.repeats(last)) {
                return last;
            }
            tables.add(id, entry);
            along.apply(entry).in(transaction);
            List<HandlingEntry> all = tables.of(id, fingerprint);
            return all.get(all.size() - 1);
        });
    }

    /** All that was said of a violation, in order. */
    public List<HandlingEntry> of(String scope, String fingerprint) {
        return read(scope, List.of(), (tables, id) -> tables.of(id, fingerprint));
    }

    /** Who is to see to which violation of a scope: names of accounts by fingerprints. */
    public Map<String, String> assignees(String scope) {
        return read(scope, Map.of(), HandlingTables::assignees);
    }

    /** Who is to see to a violation after all that was said of it; null for nobody. */
    public static String assignee(List<HandlingEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.action() == Action.ASSIGNED)
                .reduce((earlier, later) -> later)
                .map(HandlingEntry::assignee)
                .orElse(null);
    }

    @FunctionalInterface
    private interface Question<T> {
        T to(HandlingTables tables, long scopeId) throws SQLException;
    }

    private <T> T read(String scope, T nothing, Question<T> question) {
        Transaction.Work<T> work = transaction -> {
            Optional<Long> id = Scopes.find(transaction, scope);
            return id.isEmpty() ? nothing : question.to(new HandlingTables(transaction), id.get());
        };
        return store.read(work);
    }
}
