package id.patuh.account;

import id.patuh.rulebook.Role;
import id.patuh.rulebook.Roles;
import id.patuh.rulebook.Texts;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The roles of accounts in the rulebook. They follow from what an account may do, and are given and taken with it, so that the
 * two never contradict each other.
 */
public final class RulebookRoles {

    private final Roles roles;

    RulebookRoles(Clock clock) {
        this.roles = new Roles(clock);
    }

    /**
     * The role that goes with an account. In the rulebook only engineers say who has which role, so that whoever manages
     * accounts is one.
     */
    public static Role of(Account account) {
        Rights rights = account.rights();
        if (rights.may(Permission.EDIT_RULE_CODE) || rights.may(Permission.MANAGE_ACCOUNTS)) {
            return Role.ENGINEER;
        }
        boolean writes = rights.may(Permission.EDIT_RULE_DATA)
                || rights.may(Permission.APPROVE_RULES)
                || rights.may(Permission.PUBLISH_RULES);
        return writes ? Role.MANAGER : Role.NONE;
    }

    /** Refuses, in its transaction, to give somebody a role in the rulebook that does not go with his account. */
    public static Transaction.Step agreeing(String person, Role role) {
        return transaction -> {
            AccountTables tables = new AccountTables(transaction);
            tables.lock();
            Optional<Credentials> known = tables.find(Texts.person(person));
            if (known.isPresent() && of(known.get().account()) != role) {
                throw new AccountException("role-of-account", "name", person);
            }
        };
    }

    /** Whether there is somebody who may give roles. */
    boolean hasEngineer(Transaction transaction) throws SQLException {
        return roles.hasEngineer(transaction);
    }

    /**
     * Gives an account the role that goes with it, if it has another one.
     *
     * @throws AccountException if whoever says so is no engineer
     * @throws id.patuh.rulebook.RulebookException if the rulebook does not allow that
     */
    void agree(Account account, Actor by, Transaction transaction) throws SQLException {
        if (roles.of(account.name(), transaction) != of(account)) {
            if (hasEngineer(transaction) && roles.of(by.name(), transaction) != Role.ENGINEER) {
                throw new AccountException("actor-no-engineer", Map.of("name", account.name(), "actor", by.name()));
            }
            roles.give(account.name(), of(account), by.name(), transaction);
        }
    }
}
