package id.patuh.account;

import id.patuh.store.Transaction;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tables of accounts within a transaction. */
final class AccountTables {

    /** Of the table {@code account a}. */
    static final String COLUMNS = "a.id AS account_id, a.name AS account_name, a.shown_name, a.everywhere AS "
            + "account_everywhere, a.enabled, a.issuer, a.subject, a.must_change, a.password_at, a.locked_until, "
            + "a.last_sign_in, a.version, "
            + "ARRAY(SELECT r.role FROM account_role r WHERE r.account_id = a.id) AS account_roles, "
            + "ARRAY(SELECT s.scope FROM account_scope s WHERE s.account_id = a.id) AS account_scopes ";

    private static final String ACCOUNTS = "SELECT " + COLUMNS + ", a.password_hash, a.failures FROM account a ";

    private final Transaction transaction;

    AccountTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Makes sure that nobody else says who may do what until the transaction ends. To be its first statement: where two do so
     * at once, the second one begins anew over what is there then.
     */
    void lock() throws SQLException {
        transaction.change("UPDATE account_lock SET changes = changes + 1");
    }

    List<Account> all() throws SQLException {
        return transaction.list(ACCOUNTS + "ORDER BY a.name", AccountTables::account);
    }

    boolean isEmpty() throws SQLException {
        return transaction
                .find("SELECT id FROM account FETCH FIRST 1 ROWS ONLY", row -> row.getLong("id"))
                .isEmpty();
    }

    Optional<Credentials> find(String name) throws SQLException {
        return transaction.find(ACCOUNTS + "WHERE a.name = ?", AccountTables::credentials, name);
    }

    Optional<Account> find(long id) throws SQLException {
        return transaction.find(ACCOUNTS + "WHERE a.id = ?", AccountTables::account, id);
    }

    Optional<Account> find(ExternalSubject external) throws SQLException {
        return transaction.find(
                ACCOUNTS + "WHERE a.issuer = ? AND a.subject = ?",
                AccountTables::account,
                external.issuer(),
                external.subject());
    }

    /** @throws AccountException if there is none */
    Credentials get(String name) throws SQLException {
        return find(name).orElseThrow(() -> new AccountException("account-unknown", "name", name));
    }

    /**
     * Adds an enabled account, with a password that somebody else set, or none.
     *
     * @param hash null where a provider knows him
     * @param external null where there is a password
     */
    Account add(Profile profile, Secret hash, ExternalSubject external, Instant now) throws SQLException {
        transaction.change(
                "INSERT INTO account (name, shown_name, everywhere, enabled, password_hash, password_at, must_change, "
                        + "issuer, subject, failures, version, made_at) VALUES (?, ?, ?, TRUE, ?, ?, ?, ?, ?, 0, 1, ?)",
                profile.name(),
                profile.shownName(),
                profile.reach().everywhere(),
                hash == null ? null : hash.reveal(),
                hash == null ? null : now,
                hash != null,
                external == null ? null : external.issuer(),
                external == null ? null : external.subject(),
                now);
        long id = transaction
                .find("SELECT id FROM account WHERE name = ?", row -> row.getLong("id"), profile.name())
                .orElseThrow();
        addRights(id, profile);
        return find(id).orElseThrow();
    }

    /** Keeps what an account is allowed; its sessions end. */
    void save(Account changed) throws SQLException {
        Profile profile = changed.profile();
        transaction.change(
                "UPDATE account SET shown_name = ?, everywhere = ?, enabled = ?, version = version + 1 WHERE id = ?",
                profile.shownName(),
                profile.reach().everywhere(),
                changed.enabled(),
                changed.id());
        transaction.change("DELETE FROM account_role WHERE account_id = ?", changed.id());
        transaction.change("DELETE FROM account_scope WHERE account_id = ?", changed.id());
        addRights(changed.id(), profile);
    }

    private void addRights(long id, Profile profile) throws SQLException {
        transaction.changeAll(
                "INSERT INTO account_role (account_id, role) VALUES (?, ?)", rows(id, words(profile.roles())));
        transaction.changeAll(
                "INSERT INTO account_scope (account_id, scope) VALUES (?, ?)",
                rows(id, profile.reach().scopes()));
    }

    private static List<String> words(Set<Role> roles) {
        return roles.stream().map(Role::word).toList();
    }

    /** Each value in a row behind a number. */
    static List<Object[]> rows(long id, Iterable<String> values) {
        List<Object[]> rows = new ArrayList<>();
        values.forEach(value -> rows.add(new Object[] {id, value}));
        return rows;
    }

    /** Keeps another password; its sessions end, and what was wrong before is forgotten. */
    void setPassword(long id, Secret hash, boolean mustChange, Instant now) throws SQLException {
        transaction.change(
                "UPDATE account SET password_hash = ?, password_at = ?, must_change = ?, failures = 0, "
                        + "locked_until = NULL, version = version + 1 WHERE id = ?",
                hash.reveal(),
                now,
                mustChange,
                id);
    }

    /** Keeps how often a password was wrong; does nothing, and takes as long, where there is no such account. */
    void setFailures(long id, int failures, Instant lockedUntil) throws SQLException {
        transaction.change("UPDATE account SET failures = ?, locked_until = ? WHERE id = ?", failures, lockedUntil, id);
    }

    void signedIn(long id, Instant now) throws SQLException {
        transaction.change(
                "UPDATE account SET failures = 0, locked_until = NULL, last_sign_in = ? WHERE id = ?", now, id);
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        String hash = row.getString("password_hash");
        return new Credentials(account(row), hash == null ? null : Secret.of(hash), row.getInt("failures"));
    }

    /** The account in the {@link #COLUMNS} of a row. */
    static Account account(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : texts(row, "account_roles")) {
            roles.add(Role.of(word).orElseThrow());
        }
        Reach reach = new Reach(row.getBoolean("account_everywhere"), texts(row, "account_scopes"));
        String issuer = row.getString("issuer");
        return new Account(
                row.getLong("account_id"),
                new Profile(row.getString("account_name"), row.getString("shown_name"), roles, reach),
                row.getBoolean("enabled"),
                issuer == null ? null : new ExternalSubject(issuer, row.getString("subject")),
                row.getBoolean("must_change"),
                Transaction.instant(row, "password_at"),
                Transaction.instant(row, "locked_until"),
                Transaction.instant(row, "last_sign_in"),
                row.getLong("version"));
    }

    /** The texts in a column of several. */
    static Set<String> texts(ResultSet row, String column) throws SQLException {
        Array values = row.getArray(column);
        Set<String> texts = new TreeSet<>();
        for (Object value : (Object[]) values.getArray()) {
            texts.add((String) value);
        }
        return texts;
    }
}
