package id.patuh.submission;

import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Who works on which submission: one at a time, for the time of a lease that he renews, in the order in which they came. Whoever
 * does not renew it is followed by another one, and from then on is refused whatever he still writes.
 */
final class SubmissionQueue {

    /** What ended whoever worked on it so often would end the next one, too. */
    private static final int MOST_ATTEMPTS = 3;

    private final Store store;
    private final String holder;
    private final Duration lease;

    /** @param holder by which people know the process */
    SubmissionQueue(Store store, String holder, Duration lease) {
        this.store = store;
        this.holder = holder;
        this.lease = lease;
    }

    /** A submission that is worked on, and the number of its holder. */
    record Held(Submission submission, long fence) {}

    /** Takes the next one; empty where none waits. */
    Optional<Held> take() {
        return store.write(transaction -> {
            SubmissionTables tables = new SubmissionTables(transaction);
            Optional<Long> next = tables.next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            long fence = tables.hold(next.get(), holder, tables.now().plus(lease));
            return Optional.of(new Held(tables.read(next.get()), fence));
        });
    }

    /** Whether it was tried too often. */
    boolean isHopeless(Held held) {
        return held.fence() > MOST_ATTEMPTS;
    }

    /** Holds it for longer; false where somebody else does by now. */
    boolean renew(Held held, long rows) {
        return store.write(transaction -> renew(transaction, held, rows));
    }

    private boolean renew(Transaction transaction, Held held, long rows) throws java.sql.SQLException {
        SubmissionTables tables = new SubmissionTables(transaction);
        return tables.renew(held.submission().id(), held.fence(), tables.now().plus(lease), rows);
    }

    /** Gives it back to those that wait, at the front. */
    void release(Held held) {
        store.write(transaction -> {
            new SubmissionTables(transaction).release(held.submission().id(), held.fence());
            return null;
        });
    }

    /**
     * Writes for it.
     *
     * @throws SubmissionException if somebody else works on it by now
     */
    void write(Held held, long rows, Transaction.Step step) {
        store.write(transaction -> {
            if (!renew(transaction, held, rows)) {
                throw new SubmissionException("submission-taken-over", Map.of());
            }
            step.in(transaction);
            return null;
        });
    }

    /** Ends it with a result, unless somebody else works on it by now. */
    void complete(Held held, long rows, byte[] result) {
        store.write(transaction ->
                new SubmissionTables(transaction).complete(held.submission().id(), held.fence(), rows, result));
    }

    /** Ends it without one, unless somebody else works on it by now. */
    void fail(Held held, String problem, Map<String, String> details) {
        store.write(transaction -> {
            new SubmissionTables(transaction).fail(held.submission().id(), held.fence(), problem, details);
            return null;
        });
    }
}
