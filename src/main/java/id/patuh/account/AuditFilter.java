package id.patuh.account;

import java.time.Instant;

/**
 * Which entries are wanted; null leaves open.
 *
 * @param account whose
 * @param object exactly
 * @param from the first moment
 * @param until the first moment after them
 */
public record AuditFilter(
        String account, AuditAction action, Outcome outcome, String object, Instant from, Instant until) {

    /** All of them. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);
}
