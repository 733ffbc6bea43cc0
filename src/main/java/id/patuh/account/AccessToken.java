package id.patuh.account;

import java.time.Instant;

/**
 * A token by which a program does what its owner may do, or some of that.
 *
 * @param number by which people and the audit trail name it
 * @param owner name of his account
 * @param revokedAt null where it was not
 * @param lastUsedAt to the minute; null where it was not used
 */
public record AccessToken(
        long number, String owner, TokenTerms terms, Instant madeAt, Instant revokedAt, Instant lastUsedAt) {

    /** Whether it is neither revoked nor over; its owner may be disabled. */
    public boolean isLiveAt(Instant at) {
        return revokedAt == null && at.isBefore(terms.expiresAt());
    }
}
