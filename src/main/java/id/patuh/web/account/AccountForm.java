package id.patuh.web.account;

import id.patuh.account.Profile;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a form says of an account. What was not filled in is null.
 *
 * @param roles their words
 * @param everywhere whether it reaches over all scopes; then the scopes mean nothing
 * @param scopes those that were chosen
 * @param furtherScope one that is not there yet
 */
record AccountForm(
        String name,
        String shownName,
        List<String> roles,
        Boolean everywhere,
        List<String> scopes,
        String furtherScope,
        Boolean enabled,
        Long version) {

    /** Boxes that are not ticked are not sent at all. */
    AccountForm {
        everywhere = everywhere != null && everywhere;
        enabled = enabled != null && enabled;
        version = version == null ? 0 : version;
    }

    /**
     * Who somebody is to be.
     *
     * @throws id.patuh.store.ReasonedException if it cannot be so
     */
    Profile profile() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        if (roles != null) {
            roles.forEach(word -> Role.of(word).ifPresent(chosen::add));
        }
        return new Profile(name == null ? "" : name, shownName == null ? "" : shownName, chosen, reach());
    }

    private Reach reach() {
        if (everywhere) {
            return Reach.EVERYWHERE;
        }
        Set<String> all = new TreeSet<>(scopes == null ? List.of() : scopes);
        if (furtherScope != null && !furtherScope.isBlank()) {
            all.add(furtherScope.strip());
        }
        return Reach.over(all);
    }
}
