package id.patuh.web.account;

import id.patuh.account.AccountException;
import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.account.TokenTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a form says of a token that is to be made. What was not filled in is null.
 *
 * @param permissions their words
 * @param scopes some of the owner's; none for all of them
 * @param days for how long it is good
 */
record TokenForm(String name, List<String> permissions, List<String> scopes, Integer days) {

    private static final int USUAL_DAYS = 90;

    /** Before anything is filled in. */
    static final TokenForm EMPTY = new TokenForm(null, null, null, null);

    TokenForm {
        permissions = permissions == null ? List.of() : List.copyOf(permissions);
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
        days = days == null ? USUAL_DAYS : days;
    }

    /**
     * What the token is to allow.
     *
     * @param own reach of whoever makes it
     * @throws AccountException if there can be no such token
     */
    TokenTerms terms(Reach own, Instant now) {
        Set<Permission> chosen = EnumSet.noneOf(Permission.class);
        permissions.forEach(word -> Permission.of(word).ifPresent(chosen::add));
        Reach reach = scopes.isEmpty() ? own : Reach.over(new TreeSet<>(scopes));
        return new TokenTerms(name == null ? "" : name, chosen, reach, now.plus(Duration.ofDays(days)));
    }
}
