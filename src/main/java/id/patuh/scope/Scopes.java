package id.patuh.scope;

import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Scopes, and who may write for each: one holder at a time, for the time of a lease that it renews. Whoever does not renew it
 * may be followed by another one, and from then on is refused whatever it still writes, however late it wakes up. May be used
 * by many threads, and by many processes on one database.
 */
public final class Scopes {

    private static final int LONGEST_NAME = 200;

    private static final String PROCESS = UUID.randomUUID().toString();

    /** Below all fences. */
    private static final long NONE = -1;

    private final Store store;
    /** Fences of holds that were given up, by scope: the database may have been gone when it was to be told. */
    private final Map<Long, Long> released = new ConcurrentHashMap<>();

    public Scopes(Store store) {
        this.store = store;
    }

    /** The names of all scopes, in their order. */
    public List<String> names() {
        return store.read(
                transaction -> transaction.list("SELECT name FROM scope ORDER BY name", row -> row.getString("name")));
    }

    /**
     * Takes a scope, which is made where there is none of that name.
     *
     * @param holder by which people know who holds it
     * @param lease for how long nobody else may take it, unless it is renewed
     * @return empty where somebody else holds it
     * @throws ScopeException if no scope can have that name
     */
    public Optional<Hold> take(String name, String holder, Duration lease) {
        refuseUnusable(name);
        return store.write(transaction -> {
            long id = made(transaction, name);
            Instant now = now(transaction);
            int taken = transaction.change(
                    "UPDATE scope_lease SET fence = fence + 1, holder = ?, process = ?, held_until = ? "
                            + "WHERE scope_id = ? AND (held_until IS NULL OR held_until <= ? OR (? AND process <> ?) "
                            + "OR fence = ?)",
                    holder,
                    PROCESS,
                    now.plus(lease),
                    id,
                    now,
                    store.isOwn(),
                    PROCESS,
                    released.getOrDefault(id, NONE));
            if (taken == 0) {
                return Optional.empty();
            }
            long fence = transaction
                    .find("SELECT fence FROM scope_lease WHERE scope_id = ?", row -> row.getLong("fence"), id)
                    .orElseThrow();
            return Optional.of(new Hold(id, name, fence));
        });
    }

    /** Holds a scope for longer, counted from now; false where somebody else holds it by now. */
    public boolean renew(Hold hold, Duration lease) {
        return store.write(transaction -> transaction.change(
                        "UPDATE scope_lease SET held_until = ? WHERE scope_id = ? AND fence = ?",
                        now(transaction).plus(lease),
                        hold.scopeId(),
                        hold.fence())
                > 0);
    }

    /**
     * Lets others take a scope at once; does nothing where somebody else holds it by now. Where the database fails this may
     * take it at once, others when the lease ends.
     */
    public void release(Hold hold) {
        released.put(hold.scopeId(), hold.fence());
        store.write(transaction -> transaction.change(
                "UPDATE scope_lease SET holder = NULL, process = NULL, held_until = NULL, fence = fence + 1 "
                        + "WHERE scope_id = ? AND fence = ?",
                hold.scopeId(),
                hold.fence()));
    }

    /** Who holds a scope, or held it last without giving it up; empty where nobody does. */
    public Optional<Lease> lease(String name) {
        return store.read(transaction -> transaction.find(
                "SELECT l.holder, l.held_until FROM scope_lease l JOIN scope s ON s.id = l.scope_id "
                        + "WHERE s.name = ? AND l.held_until IS NOT NULL",
                row -> new Lease(row.getString("holder"), Transaction.instant(row, "held_until")),
                name));
    }

    /** The number of a scope; empty where there is none of that name. */
    public static Optional<Long> find(Transaction transaction, String name) throws SQLException {
        return transaction.find("SELECT id FROM scope WHERE name = ?", row -> row.getLong("id"), name);
    }

    /**
     * Makes sure that nobody but the holder writes for the scope until the transaction ends. To be its first statement: where
     * two write at once, the second one begins anew over what is there then.
     *
     * @throws TakenOverException if somebody else holds the scope by now
     */
    public static void hold(Transaction transaction, Hold hold) throws SQLException {
        // The lease stands apart, so that whoever takes it need not wait for writers that never pause.
        int held = transaction.change(
                "UPDATE scope_write SET writes = writes + 1 WHERE scope_id = ? AND EXISTS "
                        + "(SELECT 1 FROM scope_lease WHERE scope_id = ? AND fence = ?)",
                hold.scopeId(),
                hold.scopeId(),
                hold.fence());
        if (held == 0) {
            throw new TakenOverException(hold.scope());
        }
    }

    /**
     * Whether a scope can have that name. It is the name of a folder, too, that of its inbox, wherever it came from: no way to
     * another folder, and none that is hidden. It stands in addresses, too, whose parts a semicolon would end.
     */
    public static boolean isUsable(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && !name.startsWith(".")
                && name.codePoints().noneMatch(Scopes::isOdd);
    }

    /** @throws ScopeException if no scope can have that name */
    public static void refuseUnusable(String name) {
        if (!isUsable(name)) {
            throw new ScopeException("scope-unusable", Map.of("scope", name));
        }
    }

    /** Half of a pair is no sign. */
    private static boolean isOdd(int sign) {
        return sign == '/'
                || sign == '\\'
                || sign == ';'
                || Character.isISOControl(sign)
                || Character.getType(sign) == Character.SURROGATE;
    }

    private static long made(Transaction transaction, String name) throws SQLException {
        Optional<Long> known = find(transaction, name);
        if (known.isPresent()) {
            return known.get();
        }
        transaction.change("INSERT INTO scope (name) VALUES (?)", name);
        long id = find(transaction, name).orElseThrow();
        transaction.change("INSERT INTO scope_lease (scope_id, fence) VALUES (?, 0)", id);
        transaction.change("INSERT INTO scope_write (scope_id, writes) VALUES (?, 0)", id);
        return id;
    }

    private static Instant now(Transaction transaction) throws SQLException {
        return transaction
                .find("SELECT CURRENT_TIMESTAMP AS now", row -> Transaction.instant(row, "now"))
                .orElseThrow()
                .truncatedTo(ChronoUnit.MICROS);
    }
}
