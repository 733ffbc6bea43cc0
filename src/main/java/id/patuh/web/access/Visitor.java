package id.patuh.web.access;

import id.patuh.account.Account;
import id.patuh.account.Actor;
import id.patuh.account.Permission;
import id.patuh.account.Rights;
import id.patuh.submission.Seen;

/**
 * Who asks for something, as his account is by now.
 *
 * @param rights what he may do here; less than his account's where a token came with it
 * @param actor as which what he does is written down
 */
public record Visitor(Account account, Rights rights, Actor actor) {

    /** Whether that may be done anywhere; for pages. */
    public boolean may(String permission) {
        return Permission.of(permission).filter(rights::may).isPresent();
    }

    /** Which submissions he sees. */
    public Seen seen() {
        boolean everywhere = rights.reach().everywhere();
        return new Seen(account.name(), everywhere ? null : rights.reach().scopes());
    }

    /** Whether that may be done in a scope. */
    public boolean may(Permission permission, String scope) {
        return rights.may(permission, scope);
    }
}
