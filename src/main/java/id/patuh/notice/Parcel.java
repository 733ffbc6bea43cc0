package id.patuh.notice;

import java.time.Instant;

/**
 * A message that somebody took out of the outbox to deliver it.
 *
 * @param id of the notice
 * @param fence of this taking
 * @param attempt from 1
 * @param messageId the same for each attempt
 * @param recipient the name of whoever is to have it
 * @param content what it says
 * @param made when it was made
 * @param tryUntil after which moment a failure is the last one
 */
record Parcel(
        long id,
        long fence,
        int attempt,
        String messageId,
        String recipient,
        Content content,
        Instant made,
        Instant tryUntil) {}
