package id.patuh.ledger.outcome;

import id.patuh.ledger.life.Lack;
import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.life.LifeBook;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells what is settled by hand, and what waits to be, of what the last completed runs could not evaluate. */
public final class OutcomeBook {

    private static final Comparator<Lack> ORDER = Comparator.comparing(
                    (Lack lack) -> lack.of().rule())
            .thenComparing(lack -> lack.of().group().kind())
            .thenComparing(lack -> lack.of().group().caseId(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(lack -> lack.of().survey(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Store store;

    public OutcomeBook(Store store) {
        this.store = store;
    }

    /** The outcomes of a scope that hold at a moment: of each subject and rule the last one, if it still speaks of them. */
    public List<Outcome> holding(String scope, Instant at) {
        return store.read(transaction -> holding(transaction, scope, at));
    }

    private static List<Outcome> holding(Transaction transaction, String scope, Instant at) throws SQLException {
        Optional<Long> id = Scopes.find(transaction, scope);
        Map<LackSubject, Outcome> last = new LinkedHashMap<>();
        for (Outcome outcome : new OutcomeTables(transaction).of(scope)) {
            if (outcome.stands(at)) {
                last.put(outcome.lack().of(), outcome);
            }
        }
        List<Outcome> holding = new ArrayList<>();
        for (Outcome outcome : last.values()) {
            Optional<Lack> lack =
                    LifeBook.lack(transaction, id.orElseThrow(), outcome.lack().of());
            if (lack.isPresent() && outcome.speaksOf(lack.get())) {
                holding.add(outcome);
            }
        }
        return holding;
    }

    /**
     * Some of what was not evaluated and is not settled at a moment, by rule and subject.
     *
     * @param most how many
     */
    public List<Lack> pending(String scope, Instant at, int most) {
        Set<LackSubject> settled = new HashSet<>();
        holding(scope, at).forEach(outcome -> settled.add(outcome.lack().of()));
        TreeSet<Lack> pending = new TreeSet<>(ORDER);
        new LifeBook(store).lacks(scope, lack -> {
            if (!settled.contains(lack.of())) {
                pending.add(lack);
            }
            if (pending.size() > most) {
                pending.pollLast();
            }
        });
        return List.copyOf(pending);
    }
}
