package id.patuh.account;

import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Texts;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The accounts, and what they are allowed. Whoever is given what bears on rules is given the role in the rulebook that goes
 * with it, in the same transaction, and loses it with it. Every change, and every refusal, stands in the audit trail. Names are
 * compared as the rulebook compares them. May be used by many threads, and by many processes on one database.
 */
public final class Accounts {

    private final Store store;
    private final Clock clock;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final RulebookRoles roles;

    public Accounts(Store store, Clock clock, Passwords passwords) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
        this.trail = new AuditTrail(store, clock);
        this.roles = new RulebookRoles(clock);
    }

    /** All accounts, by their names. */
    public List<Account> all() {
        return store.read(transaction -> new AccountTables(transaction).all());
    }

    /** Whether nobody can sign in because there is no account yet. */
    public boolean isEmpty() {
        return store.read(transaction -> new AccountTables(transaction).isEmpty());
    }

    /** @throws AccountException if there is no such account */
    public Account get(String name) {
        String whose = Texts.person(name);
        return store.read(
                transaction -> new AccountTables(transaction).get(whose).account());
    }

    /** The accounts that may do something in a scope, by their names. */
    public List<Account> permitted(Permission permission, String scope) {
        return all().stream()
                .filter(account -> account.rights().may(permission, scope))
                .toList();
    }

    /** @throws AccountException if there is no such account, or it may not do that in the scope */
    public Account permitted(String name, Permission permission, String scope) {
        Account account = get(name);
        if (!account.rights().may(permission, scope)) {
            throw new AccountException("account-not-permitted", Map.of("name", account.name(), "scope", scope));
        }
        return account;
    }

    /**
     * The account that somebody signed in with, as it is now; empty where his session has ended, since something about it was
     * changed.
     *
     * @param version of the account when he signed in
     */
    public Optional<Account> current(long id, long version) {
        return store.read(transaction -> new AccountTables(transaction).find(id))
                .filter(account -> account.enabled() && account.version() == version);
    }

    /**
     * Adds the first account; does nothing where there is one by now. Where the rulebook has engineers already, one of them
     * must still give him its role.
     *
     * @param password to be changed when he signs in
     * @throws AccountException if the password is refused
     */
    public Optional<Account> addFirst(Profile profile, Secret password) {
        Secret hash = hash(password, profile);
        Actor by = Actor.atTerminal(profile.name());
        return store.write(transaction -> {
            AccountTables tables = new AccountTables(transaction);
            tables.lock();
            if (!tables.isEmpty()) {
                return Optional.empty();
            }
            Account added = tables.add(profile, hash, null, now());
            if (!roles.hasEngineer(transaction)) {
                roles.agree(added, by, transaction);
            }
            trail.step(AuditEvent.done(by, AuditAction.ADD_ACCOUNT, added.name(), told(added)))
                    .in(transaction);
            return Optional.of(added);
        });
    }

    /**
     * Adds an account.
     *
     * @param password to be changed when he signs in
     * @throws AccountException if there is one of that name, or the password is refused
     */
    public Account add(Profile profile, Secret password, Actor by) {
        Secret hash = hash(password, profile);
        return change(AuditAction.ADD_ACCOUNT, profile.name(), by, transaction -> {
            AccountTables tables = new AccountTables(transaction);
            if (tables.find(profile.name()).isPresent()) {
                throw new AccountException("account-taken", "name", profile.name());
            }
            return tables.add(profile, hash, null, now());
        });
    }

    /**
     * Brings the account of somebody whom a provider knows to what that says of him; adds it where there is none. His name
     * stays as it was first.
     *
     * @param by in whose name the provider's words count, who must manage accounts
     * @throws AccountException if somebody else has the name
     */
    public Account admit(ExternalSubject subject, Profile profile, Actor by) {
        Optional<Account> known = store.read(transaction -> new AccountTables(transaction).find(subject));
        if (known.isPresent() && known.get().profile().equals(named(known.get(), profile))) {
            return known.get();
        }
        AuditAction action = known.isPresent() ? AuditAction.CHANGE_ACCOUNT : AuditAction.ADD_ACCOUNT;
        String name = known.map(Account::name).orElse(profile.name());
        return change(action, name, by, transaction -> {
            AccountTables tables = new AccountTables(transaction);
            Optional<Account> present = tables.find(subject);
            if (present.isPresent()) {
                return saved(present.get(), profile, present.get().enabled(), by, tables);
            }
            if (tables.find(name).isPresent()) {
                throw new AccountException("account-taken", "name", name);
            }
            return tables.add(profile, null, subject, now());
        });
    }

    private static Profile named(Account known, Profile profile) {
        return new Profile(known.name(), profile.shownName(), profile.roles(), profile.reach());
    }

    /**
     * Says what somebody is, over which scopes he may do what follows, and whether he is let in. His sessions end, and his
     * tokens are worth no more than he may do by now.
     *
     * @param profile all of it, also what stays; the name says whose
     * @param seen version of the account when that was decided
     * @throws AccountException if there is no such account, he would give himself more, nobody would manage accounts, or
     *     somebody else was faster
     */
    public Account change(Profile profile, boolean enabled, long seen, Actor by) {
        return change(AuditAction.CHANGE_ACCOUNT, profile.name(), by, transaction -> {
            AccountTables tables = new AccountTables(transaction);
            Account before = tables.get(profile.name()).account();
            if (before.version() != seen) {
                throw new AccountException("account-overtaken", "name", profile.name());
            }
            return saved(before, profile, enabled, by, tables);
        });
    }

    private static Account saved(Account before, Profile profile, boolean enabled, Actor by, AccountTables tables)
            throws SQLException {
        Account after = before.with(named(before, profile), enabled);
        if (before.name().equals(by.name()) && !after.rights().isWithin(before.rights())) {
            throw new AccountException("more-for-oneself", "name", before.name());
        }
        if (!after.equals(before)) {
            tables.save(after);
        }
        return tables.find(after.id()).orElseThrow();
    }

    /**
     * Gives somebody a password that he must change when he signs in, and opens his account where wrong ones closed it. His
     * sessions end.
     *
     * @throws AccountException if it is refused, he has none here, or it is one's own, which one changes knowing the last one
     */
    public Account resetPassword(String name, Secret password, Actor by) {
        Secret hash = hash(password, get(name).profile());
        String whose = Texts.person(name);
        return change(AuditAction.RESET_PASSWORD, whose, by, transaction -> {
            AccountTables tables = new AccountTables(transaction);
            Account account = tables.get(whose).account();
            if (account.external() != null) {
                throw new AccountException("password-elsewhere", "name", whose);
            }
            if (!by.isAtTerminal() && whose.equals(by.name())) {
                throw new AccountException("password-own");
            }
            tables.setPassword(account.id(), hash, true, now());
            return tables.find(account.id()).orElseThrow();
        });
    }

    private Secret hash(Secret password, Profile profile) {
        PasswordRules.check(password, profile);
        return passwords.hash(password);
    }

    /** Does something to one account, if that is allowed, and writes down what came of it. */
    private Account change(AuditAction action, String name, Actor by, Transaction.Work<Account> work) {
        try {
            return store.write(transaction -> {
                new AccountTables(transaction).lock();
                Entitlement.require(Permission.MANAGE_ACCOUNTS, by, now(), transaction);
                Account after = work.in(transaction);
                refuseWithoutAdministrator(action, name, transaction);
                roles.agree(after, by, transaction);
                trail.step(AuditEvent.done(by, action, name, told(after))).in(transaction);
                return after;
            });
        } catch (AccountException e) {
            trail.add(AuditEvent.refused(by, action, name, e.reason()));
            throw e;
        } catch (RulebookException e) {
            trail.add(AuditEvent.refused(by, action, name, e.problem().reason()));
            throw e;
        }
    }

    private static void refuseWithoutAdministrator(AuditAction action, String name, Transaction transaction)
            throws SQLException {
        boolean managed = new AccountTables(transaction)
                .all().stream().anyMatch(account -> account.rights().may(Permission.MANAGE_ACCOUNTS));
        if (!managed) {
            boolean first = action == AuditAction.ADD_ACCOUNT;
            throw new AccountException(first ? "first-administrator" : "last-administrator", "name", name);
        }
    }

    private static Map<String, String> told(Account account) {
        Map<String, String> details = new TreeMap<>();
        details.put("roles", words(account.profile().roles()));
        details.put("enabled", Boolean.toString(account.enabled()));
        Reach reach = account.profile().reach();
        if (!reach.everywhere()) {
            details.put("scopes", String.join("; ", reach.scopes()));
        }
        return details;
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::word).collect(Collectors.joining(", "));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
