package id.patuh.scope;

import id.patuh.store.Store;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds of tests, each of one scope for as long as nobody seizes it. */
public final class Holds {

    private static final Duration LEASE = Duration.ofHours(1);

    private final Store store;
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();

    /** None yet. */
    public Holds(Store store) {
        this.store = store;
    }

    /** The hold of a scope, taken where it was not. */
    public Hold of(String scope) {
        return holds.computeIfAbsent(scope, name -> take(name).orElseThrow());
    }

    /** Another hold of the scope, as if the lease of the last one had ended. */
    public Hold seize(String scope) {
        Optional<Hold> hold = Optional.empty();
        while (hold.isEmpty()) {
            store.write(transaction -> transaction.change(
                    "UPDATE scope_lease SET held_until = TIMESTAMP WITH TIME ZONE '2000-01-01 00:00:00+00' "
                            + "WHERE scope_id = (SELECT id FROM scope WHERE name = ?) AND held_until IS NOT NULL",
                    scope));
            hold = take(scope);
        }
        holds.put(scope, hold.get());
        return hold.get();
    }

    private Optional<Hold> take(String scope) {
        return new Scopes(store).take(scope, "test", LEASE);
    }
}
