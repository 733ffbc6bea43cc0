package id.patuh.ledger.outcome;

import id.patuh.ledger.life.GroupLacks;
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

/** Tells what is settled by hand, and what waits to be, of what the last completed runs could not evaluate. */
public final class OutcomeBook {

    private static final Comparator<Lack> ORDER = Comparator.comparing(
                    (Lack lack) -> lack.of().rule())
            .thenComparing(lack -> lack.of().survey(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final int GROUPS_AT_A_TIME = 200;

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
     * What was not evaluated and is not settled at a moment: some groups, in the order in which runs recorded them.
     *
     * @param behind the place that the page before ended with; 0 for the first page
     * @param most how much of it, but whole groups
     */
    public PendingPage pending(String scope, Instant at, long behind, int most) {
        Set<LackSubject> settled = new HashSet<>();
        holding(scope, at).forEach(outcome -> settled.add(outcome.lack().of()));
        LifeBook life = new LifeBook(store);
        List<Lack> pending = new ArrayList<>();
        long place = behind;
        List<GroupLacks> some;
        do {
            some = life.lacks(scope, place, GROUPS_AT_A_TIME);
            for (GroupLacks group : some) {
                if (pending.size() >= most) {
                    return new PendingPage(pending, place);
                }
                group.lacks().stream()
                        .filter(lack -> !settled.contains(lack.of()))
                        .sorted(ORDER)
                        .forEach(pending::add);
                place = group.place();
            }
        } while (some.size() == GROUPS_AT_A_TIME);
        return new PendingPage(pending, null);
    }
}
