package id.patuh.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who may use the web application. It is never removed, since its name stands in what he did.
 *
 * @param id by which tables and sessions know it
 * @param external by which a provider knows him; null where he has a password here
 * @param mustChangePassword whether somebody else set it: until it is changed nothing else may be done
 * @param passwordAt when it was set; null where there is none
 * @param lockedUntil before which no password opens it; null where none was ever wrong so often since the last good one
 * @param lastSignIn null where there was none
 * @param version grows with whatever ends sessions: roles, reach, password, enabled or not
 */
public record Account(
        long id,
        Profile profile,
        boolean enabled,
        ExternalSubject external,
        boolean mustChangePassword,
        Instant passwordAt,
        Instant lockedUntil,
        Instant lastSignIn,
        long version) {

    public String name() {
        return profile.name();
    }

    /** What he is to be allowed: nothing, where he is disabled. */
    public Rights rights() {
        if (!enabled) {
            return Rights.NONE;
        }
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        profile.roles().forEach(role -> permissions.addAll(role.permissions()));
        return new Rights(permissions, profile.reach());
    }

    /** What he may do by now: nothing before he has changed a password that somebody else knows. */
    public Rights presentRights() {
        return mustChangePassword ? Rights.NONE : rights();
    }

    /** Whether no password opens it at a moment. */
    public boolean isLockedAt(Instant at) {
        return lockedUntil != null && at.isBefore(lockedUntil);
    }

    /** The same account with other rights. */
    Account with(Profile other, boolean nowEnabled) {
        return new Account(
                id, other, nowEnabled, external, mustChangePassword, passwordAt, lockedUntil, lastSignIn, version);
    }
}
