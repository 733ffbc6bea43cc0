package id.patuh.account;

import id.patuh.rulebook.Texts;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who somebody is, and what he is to be allowed.
 *
 * @param name as the rulebook compares names
 * @param shownName for people to read; the name, where it says nothing
 * @param roles at least one
 * @param reach over which scopes
 */
public record Profile(String name, String shownName, Set<Role> roles, Reach reach) {

    private static final int LONGEST = 200;

    /**
     * Compares the name as the rulebook does.
     *
     * @throws id.patuh.rulebook.RulebookException if a name cannot be used
     * @throws AccountException if there is no role, or the shown name is too long
     */
    public Profile {
        name = Texts.person(name);
        shownName = Texts.optional(shownName);
        shownName = shownName.isEmpty() ? name : shownName;
        if (shownName.length() > LONGEST) {
            throw new AccountException("shown-name-long", "name", name);
        }
        if (roles.isEmpty()) {
            throw new AccountException("roles-absent", "name", name);
        }
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
}
