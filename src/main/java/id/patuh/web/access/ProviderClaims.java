package id.patuh.web.access;

import id.patuh.account.AccountException;
import id.patuh.account.Profile;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a provider's words about somebody mean here; keys below {@code patuh.sso} of the configuration file.
 *
 * @param nameClaim the claim that holds his name here
 * @param rolesClaim the claim that lists what he is; dots lead into claims of claims
 * @param roles the role that each of these words means; without any, the words are those of roles themselves
 * @param unitsClaim the claim that lists the units that he is bound to; null where the provider says nothing of units, so that
 *     everybody reaches over all
 * @param everywhere the word of that claim that means all units
 * @param inTheNameOf the administrator in whose name the provider's words count
 */
@ConfigurationProperties(value = "patuh.sso", ignoreUnknownFields = false)
record ProviderClaims(
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        Map<String, String> roles,
        String unitsClaim,
        @DefaultValue("*") String everywhere,
        @DefaultValue("admin") String inTheNameOf) {

    ProviderClaims {
        roles = roles == null ? Map.of() : Map.copyOf(roles);
        roles.forEach((word, role) -> {
            if (Role.of(role).isEmpty()) {
                throw new AccountException("sso-role-unknown", Map.of("word", word, "role", role));
            }
        });
    }

    /**
     * Who somebody is here.
     *
     * @param claims all that the provider says of him
     * @throws AccountException if he has no name, or no role
     */
    Profile profile(Map<String, Object> claims) {
        Object name = claim(claims, nameClaim);
        if (!(name instanceof String known) || known.isBlank()) {
            throw new AccountException("sso-name-absent", "claim", nameClaim);
        }
        Object shown = claims.get("name");
        return new Profile(known, shown instanceof String text ? text : "", roles(claims, known), reach(claims));
    }

    private Set<Role> roles(Map<String, Object> claims, String name) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        for (String word : words(claim(claims, rolesClaim))) {
            String role = roles.isEmpty() ? word : roles.get(word);
            if (role != null) {
                Role.of(role).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new AccountException("sso-roles-absent", "name", name);
        }
        return found;
    }

    private Reach reach(Map<String, Object> claims) {
        if (unitsClaim == null) {
            return Reach.EVERYWHERE;
        }
        Set<String> units = new TreeSet<>(words(claim(claims, unitsClaim)));
        return units.contains(everywhere) ? Reach.EVERYWHERE : Reach.over(units);
    }

    /** A claim may have dots in its name, as those that are addresses. */
    private static Object claim(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object found = claims;
        for (String name : path.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found;
    }

    /** One text is one word: names of units have blanks. */
    private static List<String> words(Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return claim == null ? List.of() : List.of(String.valueOf(claim));
    }
}
