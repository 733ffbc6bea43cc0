package id.patuh.submission;

import id.patuh.ledger.life.LifeRun;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Who works on which submission: one at a time, for the time of a lease that he renews, accounts in turn, and of each account in the order in which they came. Whoever
 * does not renew it is followed by another one, and from then on is refused whatever he still writes.
 */
final class SubmissionQueue {

    /** For how long one waits whose unit somebody else works on. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

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

    /**
     * A submission that is worked on.
     *
     * @param fence number of its holder
     * @param attempts how often somebody began, with this one, and did not give it back by himself
     */
    record Held(Submission submission, long fence, int attempts) {}

    /** Takes the next one; empty where none waits. */
    Optional<Held> take() {
        // Most of the time there is none, and looking for it is to cost nothing.
        boolean some = store.read(
                transaction -> new SubmissionTables(transaction).next().isPresent());
        return some ? takeOne() : Optional.empty();
    }

    private Optional<Held> takeOne() {
        return store.write(transaction -> {
            SubmissionTables tables = new SubmissionTables(transaction);
            Optional<Long> next = tables.next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            long fence = tables.hold(next.get(), holder, tables.now().plus(lease));
            return Optional.of(new Held(tables.read(next.get()), fence, tables.attempts(next.get())));
        });
    }

    /** Whether it was tried too often. */
    boolean isHopeless(Held held) {
        return held.attempts() > MOST_ATTEMPTS;
    }

    /** Holds it for longer; false where somebody else does by now. */
    boolean renew(Held held, long rows) {
        return store.write(transaction -> renew(transaction, held, rows));
    }

    private boolean renew(Transaction transaction, Held held, long rows) throws SQLException {
        SubmissionTables tables = new SubmissionTables(transaction);
        return tables.renew(held.submission().id(), held.fence(), tables.now().plus(lease), rows);
    }

    /**
     * Gives it back to those that wait, as if it had never had its turn; does nothing once it has ended.
     *
     * @param innocent whether it had no part in that it was not ended
     */
    void release(Held held, boolean innocent) {
        store.write(transaction -> {
            new SubmissionTables(transaction).release(held.submission().id(), held.fence(), innocent);
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
            step(held, rows, step).in(transaction);
            return null;
        });
    }

    /** The same within a transaction of somebody else. */
    Transaction.Step step(Held held, long rows, Transaction.Step step) {
        return transaction -> {
            if (!renew(transaction, held, rows)) {
                throw takenOver();
            }
            step.in(transaction);
        };
    }

    private static SubmissionException takenOver() {
        return new SubmissionException("submission-taken-over", Map.of());
    }

    /** Lets it wait for a while; nothing where somebody else works on it by now. */
    void postpone(Held held, String reason) {
        store.write(transaction -> {
            SubmissionTables tables = new SubmissionTables(transaction);
            tables.postpone(
                    held.submission().id(), held.fence(), reason, tables.now().plus(BETWEEN_TRIES));
            return null;
        });
    }

    /** Ends it with a result, unless somebody else works on it by now. */
    void complete(Held held, long rows, byte[] result) {
        store.write(transaction ->
                new SubmissionTables(transaction).complete(held.submission().id(), held.fence(), rows, result));
    }

    /**
     * Ends it with a result that a run moved states by, in the transaction that completes the run: both or neither.
     *
     * @throws SubmissionException if somebody else works on it by now
     */
    Transaction.Step completion(Held held, long rows, byte[] result, LifeRun run) {
        return transaction -> {
            SubmissionTables tables = new SubmissionTables(transaction);
            long id = held.submission().id();
            if (!tables.complete(id, held.fence(), rows, result)) {
                throw takenOver();
            }
            tables.noteRun(id, run);
        };
    }

    /** Ends it without one, unless somebody else works on it by now. */
    void fail(Held held, String problem, Map<String, String> details) {
        store.write(transaction -> {
            long id = held.submission().id();
            if (new SubmissionTables(transaction).fail(id, held.fence(), problem, details)) {
                new ResultTables(transaction, id).clear();
            }
            return null;
        });
    }
}
