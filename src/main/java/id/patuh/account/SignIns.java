package id.patuh.account;

import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Texts;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How people prove who they are. Nothing that is told or takes time says whether there is an account: a wrong name, a wrong
 * password, an account that is locked or disabled are all refused alike; the audit trail says which it was. May be used by
 * many threads, and by many processes on one database.
 */
public final class SignIns {

    private static final long NOBODY = -1;

    private final Store store;
    private final Clock clock;
    private final Passwords passwords;
    private final AuditTrail trail;

    public SignIns(Store store, Clock clock, Passwords passwords) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
        this.trail = new AuditTrail(store, clock);
    }

    /**
     * Lets somebody in who knows his password. Whoever must change it has no right to anything else before.
     *
     * @param address that it came from
     * @throws AccountException if he is not let in
     */
    public Account signIn(String name, Secret password, String address) {
        return verified(AuditAction.SIGN_IN, name, password, address);
    }

    /**
     * Lets somebody in whom a provider knows.
     *
     * @param account as {@link Accounts#admit} gave it
     * @throws AccountException if he is disabled
     */
    public Account signIn(Account account, String address) {
        Instant now = now();
        Optional<Account> entered = store.write(transaction -> {
            AccountTables tables = new AccountTables(transaction);
            Optional<Account> known = tables.find(account.id()).filter(Account::enabled);
            if (known.isPresent()) {
                tables.signedIn(account.id(), now);
            }
            Actor actor = Actor.signedIn(account, address);
            trail.step(
                            known.isPresent()
                                    ? AuditEvent.done(actor, AuditAction.SIGN_IN, "", Map.of())
                                    : AuditEvent.refused(actor, AuditAction.SIGN_IN, "", "disabled"))
                    .in(transaction);
            return known.isPresent() ? tables.find(account.id()) : known;
        });
        return entered.orElseThrow(() -> new AccountException("sign-in-refused"));
    }

    /**
     * Changes a password for somebody who knows it. All his sessions end; the account that is given back is of a new one.
     *
     * @param present guessed at as seldom as when signing in
     * @throws AccountException if he does not know it, or the wanted one is refused
     */
    public Account changePassword(String name, Secret present, Secret wanted, String address) {
        Account account = verified(AuditAction.CHANGE_PASSWORD, name, present, address);
        PasswordRules.check(wanted, account.profile());
        if (Passwords.normalised(wanted).equals(Passwords.normalised(present))) {
            throw new AccountException("password-same");
        }
        Secret hash = passwords.hash(wanted);
        Instant now = now();
        return store.write(transaction -> {
            AccountTables tables = new AccountTables(transaction);
            Account last = tables.find(account.id()).orElseThrow();
            if (last.version() != account.version()) {
                throw new AccountException("sign-in-refused");
            }
            tables.setPassword(account.id(), hash, false, now);
            trail.step(AuditEvent.done(
                            Actor.signedIn(account, address), AuditAction.CHANGE_PASSWORD, account.name(), Map.of()))
                    .in(transaction);
            return tables.find(account.id()).orElseThrow();
        });
    }

    /** The account of somebody who knows its password; where he does not, that is counted and written down. */
    private Account verified(AuditAction action, String name, Secret password, String address) {
        String whose = usable(name);
        Optional<Credentials> seen = store.read(transaction -> new AccountTables(transaction).find(whose));
        Secret hash = seen.map(Credentials::hash).orElse(null);
        Refusal guess = passwords.matches(password, hash) ? null : Refusal.WRONG_PASSWORD;
        return store.write(transaction -> {
                    AccountTables tables = new AccountTables(transaction);
                    // Many may have tried meanwhile: what counts is what is known when the answer is given.
                    Optional<Credentials> known = tables.find(whose);
                    Refusal refusal = isSame(seen, known) ? refusal(known, guess) : Refusal.WRONG_PASSWORD;
                    if (refusal == null) {
                        return Optional.of(entered(action, known.orElseThrow().account(), address, transaction));
                    }
                    refused(action, known, refusal, address, transaction);
                    return Optional.<Account>empty();
                })
                .orElseThrow(() -> new AccountException("sign-in-refused"));
    }

    /** What the audit trail says, and nobody else is told. */
    private enum Refusal {
        NAME_UNKNOWN,
        NO_PASSWORD,
        DISABLED,
        LOCKED,
        WRONG_PASSWORD;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static boolean isSame(Optional<Credentials> seen, Optional<Credentials> known) {
        return seen.map(found -> found.account().version())
                .equals(known.map(found -> found.account().version()));
    }

    /** @return null where he is let in */
    private Refusal refusal(Optional<Credentials> known, Refusal guess) {
        if (known.isEmpty()) {
            return Refusal.NAME_UNKNOWN;
        }
        Account account = known.get().account();
        if (account.external() != null) {
            return Refusal.NO_PASSWORD;
        }
        if (!account.enabled()) {
            return Refusal.DISABLED;
        }
        return account.isLockedAt(now()) ? Refusal.LOCKED : guess;
    }

    private Account entered(AuditAction action, Account account, String address, Transaction transaction)
            throws SQLException {
        if (action != AuditAction.SIGN_IN) {
            return account;
        }
        AccountTables tables = new AccountTables(transaction);
        tables.signedIn(account.id(), now());
        trail.step(AuditEvent.done(Actor.signedIn(account, address), action, "", Map.of()))
                .in(transaction);
        return tables.find(account.id()).orElseThrow();
    }

    /** Guesses at an account that is locked do not count: it would never open again. */
    private void refused(
            AuditAction action, Optional<Credentials> known, Refusal refusal, String address, Transaction transaction)
            throws SQLException {
        AccountTables tables = new AccountTables(transaction);
        if (refusal == Refusal.WRONG_PASSWORD && known.isPresent()) {
            int failures = known.get().failures() + 1;
            tables.setFailures(known.get().account().id(), failures, LockOut.until(failures, now()));
        } else {
            tables.setFailures(NOBODY, 0, null);
        }
        Actor actor =
                known.map(found -> Actor.signedIn(found.account(), address)).orElse(Actor.unknown(address));
        trail.step(AuditEvent.refused(actor, action, "", refusal.word())).in(transaction);
    }

    /** A name that cannot be anybody's is one that nobody has. */
    private static String usable(String name) {
        try {
            return Texts.person(name);
        } catch (RulebookException e) {
            return "";
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
