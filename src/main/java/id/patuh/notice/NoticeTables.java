package id.patuh.notice;

import id.patuh.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of messages within a transaction. */
final class NoticeTables {

    private static final String NOTICES =
            "SELECT id, event, recipient, channel, subject, state, attempts, made, due, ended, reason, detail FROM notice ";
    private static final String TRY_AGAIN =
            "state = 'waiting', attempts = 0, fence = fence + 1, due = ?, try_until = ?, "
                    + "ended = NULL, told = FALSE";

    private final Transaction transaction;
    private final Instant now;

    /** @param now by the clock of the database */
    NoticeTables(Transaction transaction, Instant now) {
        this.transaction = transaction;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the clock of the database says. */
    static Instant databaseTime(Transaction transaction) throws SQLException {
        return transaction
                .list("SELECT CURRENT_TIMESTAMP AS at", row -> Transaction.instant(row, "at"))
                .get(0);
    }

    /** Adds a message, unless there is one of the event for the recipient by that channel. */
    boolean add(Message message, Duration patience) throws SQLException {
        Content content = message.content();
        String channel = content.channel().word();
        Optional<Long> known = transaction.find(
                "SELECT id FROM notice WHERE event = ? AND recipient = ? AND channel = ?",
                row -> row.getLong("id"),
                message.event(),
                message.recipient(),
                channel);
        if (known.isPresent()) {
            return false;
        }
        Content.Mail mail = content instanceof Content.Mail one ? one : null;
        String plain = content instanceof Content.Payload payload ? payload.json() : mail.text();
        transaction.change(
                "INSERT INTO notice (event, recipient, channel, message_id, subject, plain, html, state, attempts, fence, "
                        + "made, due, try_until, told) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', 0, 0, ?, ?, ?, FALSE)",
                message.event(),
                message.recipient(),
                channel,
                UUID.randomUUID().toString(),
                mail == null ? null : mail.subject(),
                bytes(plain),
                mail == null ? null : bytes(mail.html()),
                now,
                now,
                now.plus(patience));
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is to be done first of all that is to be done by now. */
    Optional<Notice> nextDue() throws SQLException {
        return transaction.find(NOTICES + "WHERE due <= ? ORDER BY due, id LIMIT 1", NoticeTables::notice, now);
    }

    /** Takes a message for the time of a lease. */
    Parcel take(long id, Duration lease) throws SQLException {
        transaction.change(
                "UPDATE notice SET fence = fence + 1, attempts = attempts + 1, due = ? WHERE id = ?",
                now.plus(lease),
                id);
        return transaction
                .find(
                        "SELECT id, fence, attempts, message_id, recipient, channel, subject, plain, html, made, try_until "
                                + "FROM notice WHERE id = ?",
                        NoticeTables::parcel,
                        id)
                .orElseThrow();
    }

    /** Whether the message still belongs to whoever took it; it is being sent from now on. */
    boolean handOver(Parcel parcel, Duration lease) throws SQLException {
        return transaction.change(
                        "UPDATE notice SET state = 'sending', due = ? WHERE id = ? AND fence = ? AND state = 'waiting'",
                        now.plus(lease),
                        parcel.id(),
                        parcel.fence())
                == 1;
    }

    /** Ends a message that was sent, even if it was in doubt by now. */
    boolean sent(Parcel parcel) throws SQLException {
        return transaction.change(
                        "UPDATE notice SET state = 'sent', plain = NULL, html = NULL, due = NULL, ended = ?, reason = NULL, "
                                + "detail = NULL WHERE id = ? AND fence = ? AND state <> 'sent'",
                        now,
                        parcel.id(),
                        parcel.fence())
                == 1;
    }

    /** Has a message wait for its next attempt. */
    boolean defer(Parcel parcel, Failure failure, Duration pause) throws SQLException {
        return transaction.change(
                        "UPDATE notice SET state = 'waiting', due = ?, ended = NULL, reason = ?, detail = ? "
                                + "WHERE id = ? AND fence = ? AND state <> 'sent'",
                        now.plus(pause),
                        failure.reason(),
                        failure.detail(),
                        parcel.id(),
                        parcel.fence())
                == 1;
    }

    /** Ends a message that was not sent, or perhaps. */
    boolean end(long id, long fence, NoticeState state, Failure failure) throws SQLException {
        return transaction.change(
                        "UPDATE notice SET state = ?, due = NULL, ended = ?, reason = ?, detail = ? "
                                + "WHERE id = ? AND fence = ? AND state <> 'sent'",
                        state.word(),
                        now,
                        failure.reason(),
                        failure.detail(),
                        id,
                        fence)
                == 1;
    }

    /** Puts those in doubt that whoever was sending them no longer speaks of. */
    void doubt(long id, Failure failure) throws SQLException {
        transaction.change(
                "UPDATE notice SET state = 'in-doubt', due = NULL, ended = ?, reason = ?, detail = ? "
                        + "WHERE id = ? AND state = 'sending'",
                now,
                failure.reason(),
                failure.detail(),
                id);
    }

    /** Removes the words of messages that ended, undelivered or in doubt, before a time; gives how many. */
    int forget(Duration age) throws SQLException {
        return transaction.change(
                "UPDATE notice SET plain = NULL, html = NULL WHERE ended < ? AND plain IS NOT NULL", now.minus(age));
    }

    /** Whether nobody knows any more what a message said. */
    boolean isForgotten(long id) throws SQLException {
        return transaction
                .find("SELECT id FROM notice WHERE id = ? AND plain IS NULL", row -> row.getLong("id"), id)
                .isPresent();
    }

    /** Has a message tried anew that was not delivered, or is in doubt, unless it was forgotten. */
    boolean tryAgain(long id, Duration patience) throws SQLException {
        return transaction.change(
                        "UPDATE notice SET " + TRY_AGAIN
                                + " WHERE id = ? AND state IN ('in-doubt', 'given-up') AND plain IS NOT NULL",
                        now,
                        now.plus(patience),
                        id)
                == 1;
    }

    boolean isOverdue(Parcel parcel) {
        return now.isAfter(parcel.tryUntil());
    }

    /** All messages, the latest first. */
    List<Notice> all() throws SQLException {
        return transaction.list(NOTICES + "ORDER BY id DESC", NoticeTables::notice);
    }

    Optional<Notice> find(long id) throws SQLException {
        return transaction.find(NOTICES + "WHERE id = ?", NoticeTables::notice, id);
    }

    /** Messages for a recipient that were not delivered, or are in doubt, and of which no other one tells. */
    List<Notice> untold(String recipient) throws SQLException {
        return transaction.list(
                NOTICES + "WHERE recipient = ? AND state IN ('in-doubt', 'given-up') AND told = FALSE ORDER BY id",
                NoticeTables::notice,
                recipient);
    }

    /** How far the messages of an event to a recipient are. */
    List<NoticeState> states(String event, String recipient) throws SQLException {
        return transaction.list(
                "SELECT state FROM notice WHERE event = ? AND recipient = ?",
                row -> NoticeState.of(row.getString("state")),
                event,
                recipient);
    }

    void told(List<Long> ids) throws SQLException {
        transaction.changeAll(
                "UPDATE notice SET told = TRUE WHERE id = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    private static Notice notice(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Notice(
                row.getLong("id"),
                row.getString("event"),
                row.getString("recipient"),
                Channel.of(row.getString("channel")),
                row.getString("subject"),
                NoticeState.of(row.getString("state")),
                row.getInt("attempts"),
                Transaction.instant(row, "made"),
                Transaction.instant(row, "due"),
                Transaction.instant(row, "ended"),
                reason == null ? null : new Failure(reason, row.getString("detail")));
    }

    private static Parcel parcel(ResultSet row) throws SQLException {
        String plain = new String(row.getBytes("plain"), StandardCharsets.UTF_8);
        Content content = switch (Channel.of(row.getString("channel"))) {
            case EMAIL ->
                new Content.Mail(
                        row.getString("subject"), plain, new String(row.getBytes("html"), StandardCharsets.UTF_8));
            case WEBHOOK -> new Content.Payload(plain);
        };
        return new Parcel(
                row.getLong("id"),
                row.getLong("fence"),
                row.getInt("attempts"),
                row.getString("message_id"),
                row.getString("recipient"),
                content,
                Transaction.instant(row, "made"),
                Transaction.instant(row, "try_until"));
    }
}
