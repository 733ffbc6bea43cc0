package id.patuh.account;

import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;

/** Whether somebody may do something at the moment of a transaction, whatever he might when he was let in. */
final class Entitlement {

    private Entitlement() {}

    /**
     * Refuses what somebody may not do. At the terminal everything may be done.
     *
     * @throws AccountException if he may not, or no longer
     */
    static void require(Permission permission, Actor by, Instant now, Transaction transaction) throws SQLException {
        if (!by.isAtTerminal() && !rights(by, now, transaction).may(permission)) {
            throw new AccountException("not-permitted", "permission", permission.word());
        }
    }

    private static Rights rights(Actor by, Instant now, Transaction transaction) throws SQLException {
        if (by.token() != null) {
            return new TokenTables(transaction)
                    .use(by.token())
                    .map(use -> use.rightsAt(now))
                    .orElse(Rights.NONE);
        }
        return new AccountTables(transaction)
                .find(by.name())
                .map(credentials -> credentials.account().presentRights())
                .orElse(Rights.NONE);
    }
}
