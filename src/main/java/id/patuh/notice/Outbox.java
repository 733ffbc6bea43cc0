package id.patuh.notice;

import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that are to be delivered, and what became of them. May be used by many threads, and by many processes on one
 * database, whose clock counts.
 */
public final class Outbox {

    /** Longer than any attempt takes. */
    static final Duration LEASE = Duration.ofMinutes(15);
    /** For how long a message is tried. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final Failure SILENT = new Failure("notice-unanswered", null);

    private final Store store;
    private final Time time;

    /** Tells the time in a transaction. */
    @FunctionalInterface
    interface Time {
        Instant in(Transaction transaction) throws SQLException;
    }

    /** The outbox of a database. */
    public Outbox(Store store) {
        this(store, NoticeTables::databaseTime);
    }

    /** @param time instead of the clock of the database */
    Outbox(Store store, Time time) {
        this.store = store;
        this.time = time;
    }

    /**
     * Adds messages in a transaction of the caller's. One of the same event for the same recipient by the same channel is
     * not added again, whatever it says.
     *
     * @return how many were added
     */
    public int add(Transaction transaction, List<Message> messages) throws SQLException {
        NoticeTables tables = tables(transaction);
        int added = 0;
        for (Message message : messages) {
            added += tables.add(message, PATIENCE) ? 1 : 0;
        }
        return added;
    }

    /** All messages, the latest first. */
    public List<Notice> all() {
        return store.read(transaction -> tables(transaction).all());
    }

    /** Messages for a recipient that were given up or are in doubt, and of which no later one tells, in order. */
    public List<Notice> untold(String recipient) {
        return store.read(transaction -> tables(transaction).untold(recipient));
    }

    /** Whether a message that told a recipient of an event was given up, so that it is to be told again. */
    public boolean isGivenUp(Transaction transaction, String event, String recipient) throws SQLException {
        return tables(transaction).states(event, recipient).contains(NoticeState.GIVEN_UP);
    }

    /** Notes, in a transaction of the caller's, that a later message tells of some. */
    public void told(Transaction transaction, List<Notice> notices) throws SQLException {
        tables(transaction).told(notices.stream().map(Notice::id).toList());
    }

    /**
     * Has a message tried anew that was given up or is in doubt.
     *
     * @throws NoticeException if there is none, it is neither, or nobody knows any more what it said
     */
    public void sendAgain(long id) {
        store.write(transaction -> {
            NoticeTables tables = tables(transaction);
            String number = Long.toString(id);
            Notice notice =
                    tables.find(id).orElseThrow(() -> new NoticeException("notice-unknown", Map.of("notice", number)));
            if (!tables.tryAgain(id, PATIENCE)) {
                if (notice.state() != NoticeState.SENT && tables.isForgotten(id)) {
                    throw new NoticeException("notice-forgotten", Map.of("notice", number));
                }
                String state = notice.state().word();
                throw new NoticeException("notice-not-ended", Map.of("notice", number, "state", state));
            }
            return null;
        });
    }

    /**
     * Removes the words of messages that were given up or in doubt for longer than a time; those of delivered ones are gone.
     *
     * @return how many
     */
    public int forget(Duration age) {
        return store.write(transaction -> tables(transaction).forget(age));
    }

    /** Takes the message that waits the longest; nobody else has it until its lease ends. */
    Optional<Parcel> take() {
        return store.write(transaction -> {
            NoticeTables tables = tables(transaction);
            Optional<Notice> next = tables.nextDue();
            while (next.isPresent() && next.get().state() == NoticeState.SENDING) {
                tables.doubt(next.get().id(), SILENT);
                next = tables.nextDue();
            }
            return next.isEmpty()
                    ? Optional.empty()
                    : Optional.of(tables.take(next.get().id(), LEASE));
        });
    }

    /** That a message is handed over now; whether whoever took it may do so. */
    boolean handOver(Parcel parcel) {
        return store.write(transaction -> tables(transaction).handOver(parcel, LEASE));
    }

    /**
     * Notes what an attempt came to, unless somebody else has the message by now.
     *
     * @return how far the message is then; empty where it is another one's
     */
    Optional<NoticeState> note(Parcel parcel, Outcome outcome, Backoff backoff) {
        return store.write(transaction -> note(tables(transaction), parcel, outcome, backoff));
    }

    private static Optional<NoticeState> note(NoticeTables tables, Parcel parcel, Outcome outcome, Backoff backoff)
            throws SQLException {
        NoticeState state;
        boolean noted;
        if (outcome instanceof Outcome.Sent) {
            state = NoticeState.SENT;
            noted = tables.sent(parcel);
        } else if (outcome instanceof Outcome.Doubtful doubtful) {
            state = NoticeState.IN_DOUBT;
            noted = tables.end(parcel.id(), parcel.fence(), state, doubtful.failure());
        } else if (outcome instanceof Outcome.Refused refused) {
            state = NoticeState.GIVEN_UP;
            noted = tables.end(parcel.id(), parcel.fence(), state, refused.failure());
        } else if (outcome instanceof Outcome.Deferred deferred && tables.isOverdue(parcel)) {
            state = NoticeState.GIVEN_UP;
            noted = tables.end(parcel.id(), parcel.fence(), state, deferred.failure());
        } else if (outcome instanceof Outcome.Deferred deferred) {
            state = NoticeState.WAITING;
            Duration pause = backoff.after(parcel.attempt(), deferred.atLeast());
            noted = tables.defer(parcel, deferred.failure(), pause);
        } else {
            return Optional.empty();
        }
        return noted ? Optional.of(state) : Optional.empty();
    }

    private NoticeTables tables(Transaction transaction) throws SQLException {
        return new NoticeTables(transaction, time.in(transaction));
    }
}
