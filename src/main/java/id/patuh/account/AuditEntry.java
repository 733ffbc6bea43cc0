package id.patuh.account;

import java.time.Instant;

/**
 * An event as it stands in the trail.
 *
 * @param number grows with time; some may be missing
 * @param at when, in microseconds
 */
public record AuditEntry(long number, Instant at, AuditEvent event) {}
