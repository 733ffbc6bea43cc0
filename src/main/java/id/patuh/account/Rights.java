package id.patuh.account;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody may do, and where.
 *
 * @param permissions without those over all scopes, unless the reach is over all of them
 */
public record Rights(Set<Permission> permissions, Reach reach) {

    /** To do nothing. */
    public static final Rights NONE = new Rights(Set.of(), Reach.NOWHERE);

    public Rights {
        Set<Permission> kept = EnumSet.noneOf(Permission.class);
        kept.addAll(permissions);
        if (!reach.everywhere()) {
            kept.removeIf(Permission::isOverall);
        }
        permissions = Collections.unmodifiableSet(kept);
    }

    /** Whether that may be done anywhere. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether that may be done in a scope. */
    public boolean may(Permission permission, String scope) {
        return may(permission) && reach.covers(scope);
    }

    /** What both allow. */
    public Rights and(Rights other) {
        Set<Permission> both = EnumSet.noneOf(Permission.class);
        both.addAll(permissions);
        both.retainAll(other.permissions);
        return new Rights(both, reach.and(other.reach));
    }

    /** Whether the other allows all that this does. */
    public boolean isWithin(Rights other) {
        return other.permissions.containsAll(permissions) && reach.isWithin(other.reach);
    }
}
