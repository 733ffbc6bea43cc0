package id.patuh.account;

import id.patuh.rulebook.Sha256;
import id.patuh.rulebook.Texts;
import id.patuh.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of programs. Of each a hash is kept, nothing that could be sent. May be used by many threads, and by many processes
 * on one database.
 */
public final class Tokens {

    /** Writing each use would cost more than the use. */
    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

    private final Store store;
    private final Clock clock;
    private final AuditTrail trail;

    public Tokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.trail = new AuditTrail(store, clock);
    }

    /**
     * Makes a token of somebody who is signed in.
     *
     * @throws AccountException if it allowed more than he may do, or for more than a year, or a program asks for it
     */
    public NewToken make(TokenTerms terms, Actor owner) {
        if (owner.token() != null || owner.isAtTerminal()) {
            throw new AccountException("token-by-owner");
        }
        Secret text = TokenText.random();
        Instant now = now();
        AccessToken made = store.write(transaction -> {
            Account account = new AccountTables(transaction).get(owner.name()).account();
            terms.check(account, now);
            AccessToken token = new TokenTables(transaction).add(account, terms, sha256(text.reveal()), now);
            Map<String, String> details = Map.of(
                    "token", "" + token.number(), "expires", terms.expiresAt().toString());
            trail.step(AuditEvent.done(owner, AuditAction.MAKE_TOKEN, owner.name(), details))
                    .in(transaction);
            return token;
        });
        return new NewToken(made, text);
    }

    /**
     * The token that a program sent, if it is one, is not over, and its owner may do anything by now. One query by an index.
     *
     * @param text as it was sent
     */
    public Optional<TokenUse> check(String text) {
        if (!TokenText.isWhole(text)) {
            return Optional.empty();
        }
        Instant now = now();
        Optional<TokenUse> use = store.read(transaction -> new TokenTables(transaction).use(sha256(text)))
                .filter(found -> !found.rightsAt(now).equals(Rights.NONE));
        use.ifPresent(found -> used(found.token(), now));
        return use;
    }

    private void used(AccessToken token, Instant now) {
        Instant last = token.lastUsedAt();
        if (last == null || !now.isBefore(last.plus(BETWEEN_USES))) {
            store.write(transaction -> {
                new TokenTables(transaction).used(token.number(), now);
                return token;
            });
        }
    }

    /** All tokens, also those that are over, in the order in which they were made. */
    public List<AccessToken> all() {
        return store.read(transaction -> tokens(new TokenTables(transaction).all()));
    }

    /** Those of an account. */
    public List<AccessToken> of(String owner) {
        String whose = Texts.person(owner);
        return store.read(transaction -> tokens(new TokenTables(transaction).of(whose)));
    }

    private static List<AccessToken> tokens(List<TokenUse> uses) {
        return uses.stream().map(TokenUse::token).toList();
    }

    /**
     * Ends a token, from now on. Its owner may do so, and whoever manages accounts; where it was revoked nothing changes.
     *
     * @throws AccountException if there is none of that number, or he may not
     */
    public AccessToken revoke(long number, Actor by) {
        Instant now = now();
        return store.write(transaction -> {
            TokenTables tables = new TokenTables(transaction);
            AccessToken token = tables.use(number)
                    .orElseThrow(() -> new AccountException("token-unknown", "token", number))
                    .token();
            if (!token.owner().equals(by.name())) {
                Entitlement.require(Permission.MANAGE_ACCOUNTS, by, now, transaction);
            }
            if (token.revokedAt() != null) {
                return token;
            }
            tables.revoke(number, now);
            Map<String, String> details = Map.of("token", "" + number);
            trail.step(AuditEvent.done(by, AuditAction.REVOKE_TOKEN, token.owner(), details))
                    .in(transaction);
            return tables.use(number).orElseThrow().token();
        });
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
