package id.patuh.account;

import id.patuh.scope.Scopes;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Over which scopes something reaches: all, also those to come, or those named; where none is named, over none. A scope that
 * is named need not be there yet.
 *
 * @param everywhere whether over all of them
 * @param scopes their names, exactly; empty where over all
 */
public record Reach(boolean everywhere, Set<String> scopes) {

    /** Over all scopes. */
    public static final Reach EVERYWHERE = new Reach(true, Set.of());

    /** Over none. */
    public static final Reach NOWHERE = new Reach(false, Set.of());

    public Reach {
        scopes = everywhere ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /**
     * Over some scopes.
     *
     * @throws AccountException if no scope can have such a name
     */
    public static Reach over(Set<String> scopes) {
        for (String scope : scopes) {
            if (!Scopes.isUsable(scope)) {
                throw new AccountException("scope-unusable", "scope", scope);
            }
        }
        return new Reach(false, scopes);
    }

    /** Whether it reaches over a scope. */
    public boolean covers(String scope) {
        return everywhere || scopes.contains(scope);
    }

    /** What both reach over. */
    public Reach and(Reach other) {
        if (everywhere || other.everywhere) {
            return everywhere ? other : this;
        }
        Set<String> both = new TreeSet<>(scopes);
        both.retainAll(other.scopes);
        return new Reach(false, both);
    }

    /** Whether the other reaches over all that this does. */
    public boolean isWithin(Reach other) {
        return and(other).equals(this);
    }
}
