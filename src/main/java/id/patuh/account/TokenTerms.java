package id.patuh.account;

import id.patuh.rulebook.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * What a token is to allow.
 *
 * @param name by which its owner knows it
 * @param permissions some of the owner's
 * @param reach not over more than the owner's
 * @param expiresAt the first moment at which it is worth nothing, in microseconds
 */
public record TokenTerms(String name, Set<Permission> permissions, Reach reach, Instant expiresAt) {

    private static final int LONGEST_NAME = 200;
    private static final Duration LONGEST = Duration.ofDays(365);

    /** @throws AccountException if the name cannot be used, or it allows nothing */
    public TokenTerms {
        name = Texts.optional(name);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new AccountException("token-name");
        }
        permissions = Set.copyOf(permissions);
        if (permissions.isEmpty()) {
            throw new AccountException("token-empty");
        }
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Refuses what somebody cannot hand on, or for so long. */
    void check(Account owner, Instant now) {
        if (!expiresAt.isAfter(now)) {
            throw new AccountException("token-over");
        }
        if (expiresAt.isAfter(now.plus(LONGEST))) {
            throw new AccountException("token-long", "days", LONGEST.toDays());
        }
        Rights rights = owner.presentRights();
        if (!rights.permissions().containsAll(permissions) || !reach.isWithin(rights.reach())) {
            throw new AccountException("token-exceeds");
        }
    }
}
