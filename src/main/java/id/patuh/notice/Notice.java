package id.patuh.notice;

import java.time.Instant;

/**
 * A message in the outbox, without what it says.
 *
 * @param id by which it is known here
 * @param event what it tells of
 * @param recipient the name of whoever is to have it
 * @param channel by which it goes
 * @param subject of a mail; null for others
 * @param state how far it is
 * @param attempts how often it was tried since it was made, or since somebody had it sent again
 * @param made when it was made
 * @param due when it is tried again, or taken for abandoned by whoever tries it; null where nothing more is done by itself
 * @param ended when it was sent, came in doubt or was given up; null before
 * @param failure why the last attempt failed; null where none did
 */
public record Notice(
        long id,
        String event,
        String recipient,
        Channel channel,
        String subject,
        NoticeState state,
        int attempts,
        Instant made,
        Instant due,
        Instant ended,
        Failure failure) {}
