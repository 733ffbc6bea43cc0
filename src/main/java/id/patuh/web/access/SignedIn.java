package id.patuh.web.access;

import id.patuh.account.Account;
import java.io.Serializable;

/**
 * What a session knows of who is signed in: enough to find his account, and to see that it was changed since.
 *
 * @param account its number
 * @param version of the account when he signed in
 * @param name of the account
 */
record SignedIn(long account, long version, String name) implements Serializable {

    static SignedIn of(Account account) {
        return new SignedIn(account.id(), account.version(), account.name());
    }
}
