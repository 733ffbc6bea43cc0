package id.patuh.account;

import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of tokens within a transaction. */
final class TokenTables {

    private static final String USES =
            "SELECT t.id AS token_id, t.name AS token_name, t.everywhere AS token_everywhere, "
                    + "t.expires_at, t.made_at, t.revoked_at, t.last_used_at, "
                    + "ARRAY(SELECT p.permission FROM access_token_permission p WHERE p.token_id = t.id) AS token_permissions, "
                    + "ARRAY(SELECT c.scope FROM access_token_scope c WHERE c.token_id = t.id) AS token_scopes, "
                    + AccountTables.COLUMNS
                    + "FROM access_token t JOIN account a ON a.id = t.account_id ";

    private final Transaction transaction;

    TokenTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All tokens with their owners, in the order in which they were made. */
    List<TokenUse> all() throws SQLException {
        return transaction.list(USES + "ORDER BY t.id", TokenTables::use);
    }

    /** Those of an account. */
    List<TokenUse> of(String owner) throws SQLException {
        return transaction.list(USES + "WHERE a.name = ? ORDER BY t.id", TokenTables::use, owner);
    }

    Optional<TokenUse> use(long number) throws SQLException {
        return transaction.find(USES + "WHERE t.id = ?", TokenTables::use, number);
    }

    Optional<TokenUse> use(String sha256) throws SQLException {
        return transaction.find(USES + "WHERE t.sha256 = ?", TokenTables::use, sha256);
    }

    AccessToken add(Account owner, TokenTerms terms, String sha256, Instant now) throws SQLException {
        transaction.change(
                "INSERT INTO access_token (account_id, name, sha256, everywhere, made_at, expires_at) "
                        + "VALUES (?, ?, ?, ?, ?, ?)",
                owner.id(),
                terms.name(),
                sha256,
                terms.reach().everywhere(),
                now,
                terms.expiresAt());
        long number = transaction
                .find("SELECT id FROM access_token WHERE sha256 = ?", row -> row.getLong("id"), sha256)
                .orElseThrow();
        transaction.changeAll(
                "INSERT INTO access_token_permission (token_id, permission) VALUES (?, ?)",
                AccountTables.rows(
                        number,
                        terms.permissions().stream().map(Permission::word).toList()));
        transaction.changeAll(
                "INSERT INTO access_token_scope (token_id, scope) VALUES (?, ?)",
                AccountTables.rows(number, terms.reach().scopes()));
        return use(number).orElseThrow().token();
    }

    void revoke(long number, Instant now) throws SQLException {
        transaction.change("UPDATE access_token SET revoked_at = ? WHERE id = ?", now, number);
    }

    void used(long number, Instant now) throws SQLException {
        transaction.change("UPDATE access_token SET last_used_at = ? WHERE id = ?", now, number);
    }

    private static TokenUse use(ResultSet row) throws SQLException {
        Account owner = AccountTables.account(row);
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String word : AccountTables.texts(row, "token_permissions")) {
            permissions.add(Permission.of(word).orElseThrow());
        }
        TokenTerms terms = new TokenTerms(
                row.getString("token_name"),
                permissions,
                new Reach(row.getBoolean("token_everywhere"), AccountTables.texts(row, "token_scopes")),
                Transaction.instant(row, "expires_at"));
        return new TokenUse(
                new AccessToken(
                        row.getLong("token_id"),
                        owner.name(),
                        terms,
                        Transaction.instant(row, "made_at"),
                        Transaction.instant(row, "revoked_at"),
                        Transaction.instant(row, "last_used_at")),
                owner);
    }
}
