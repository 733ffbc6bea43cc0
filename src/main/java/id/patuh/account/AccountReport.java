package id.patuh.account;

import id.patuh.report.Columns;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.report.Template;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accounts, tokens and the audit trail, as text or JSON. */
public final class AccountReport {

    private final Instant at;
    private final ZoneId zone;
    private final Language language;

    /** @param at the moment that is asked about */
    public AccountReport(Instant at, ZoneId zone, Language language) {
        this.at = at;
        this.zone = zone;
        this.language = language;
    }

    /** Each account in a line, below headings. */
    public String accounts(List<Account> accounts) {
        return table("account.none", List.of("name", "shown", "roles", "scopes", "last", "note"), accounts, this::row);
    }

    /** What whoever starts the program first is told; nobody can be told the password again. */
    public String first(FirstStart.Administrator administrator) {
        Map<String, String> values = new HashMap<>();
        values.put("name", administrator.account().name());
        String text = Template.fill(label("account.first"), values::get) + "\n";
        if (administrator.password() != null) {
            text += oneTime(administrator.password());
        }
        return text + label("account.first.change") + "\n";
    }

    /** A password that somebody is told once. */
    public String oneTime(Secret password) {
        return label("account.one-time") + ": " + password.reveal() + "\n";
    }

    private List<String> row(Account account) {
        return List.of(
                account.name(),
                account.profile().shownName(),
                roles(account.profile().roles()),
                reach(account.profile().reach()),
                moment(account.lastSignIn()),
                note(account));
    }

    private String note(Account account) {
        return Stream.of(
                        account.enabled() ? "" : label("account.disabled"),
                        account.isLockedAt(at) ? label("account.locked") + " " + moment(account.lockedUntil()) : "",
                        account.mustChangePassword() ? label("account.must-change") : "",
                        account.external() == null ? "" : label("account.external"))
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String roles(Set<Role> roles) {
        return roles.stream().map(role -> label("role." + role.word())).collect(Collectors.joining(", "));
    }

    /** For programs; laid down in {@code src/docs/accounts.md}. */
    public String accountsJson(List<Account> accounts) {
        return json("accounts", accounts.stream().map(AccountReport::json).toList());
    }

    private static Map<String, Object> json(Account account) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", account.name());
        one.put("shownName", account.profile().shownName());
        one.put("roles", account.profile().roles().stream().map(Role::word).toList());
        one.put("scopes", json(account.profile().reach()));
        one.put("enabled", account.enabled());
        one.put("external", account.external());
        one.put("mustChangePassword", account.mustChangePassword());
        one.put("passwordAt", iso(account.passwordAt()));
        one.put("lockedUntil", iso(account.lockedUntil()));
        one.put("lastSignIn", iso(account.lastSignIn()));
        return one;
    }

    /** Each token in a line, below headings. */
    public String tokens(List<AccessToken> tokens) {
        return table(
                "token.none",
                List.of("number", "name", "token", "permissions", "scopes", "until", "used", "note"),
                tokens,
                this::row);
    }

    private List<String> row(AccessToken token) {
        TokenTerms terms = token.terms();
        return List.of(
                Long.toString(token.number()),
                token.owner(),
                terms.name(),
                terms.permissions().stream()
                        .sorted()
                        .map(permission -> label("permission." + permission.word()))
                        .collect(Collectors.joining(", ")),
                reach(terms.reach()),
                moment(terms.expiresAt()),
                moment(token.lastUsedAt()),
                token.isLiveAt(at) ? "" : label(token.revokedAt() == null ? "token.over" : "token.revoked"));
    }

    /** For programs; laid down in {@code src/docs/accounts.md}. */
    public String tokensJson(List<AccessToken> tokens) {
        return json("tokens", tokens.stream().map(AccountReport::json).toList());
    }

    private static Map<String, Object> json(AccessToken token) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("token", token.number());
        one.put("owner", token.owner());
        one.put("name", token.terms().name());
        one.put("permissions", words(token.terms().permissions()));
        one.put("scopes", json(token.terms().reach()));
        one.put("madeAt", iso(token.madeAt()));
        one.put("expiresAt", iso(token.terms().expiresAt()));
        one.put("revokedAt", iso(token.revokedAt()));
        one.put("lastUsedAt", iso(token.lastUsedAt()));
        return one;
    }

    /** Each entry of the audit trail in a line, below headings. */
    public String trail(List<AuditEntry> entries) {
        return table(
                "audit.none",
                List.of("number", "at", "name", "from", "action", "object", "outcome", "details"),
                entries,
                this::row);
    }

    private List<String> row(AuditEntry entry) {
        AuditEvent event = entry.event();
        Actor actor = event.actor();
        String name = actor.name() == null ? "-" : actor.name();
        return List.of(
                Long.toString(entry.number()),
                Moments.toTheSecond(entry.at(), zone),
                actor.token() == null ? name : name + " (" + label("account.token") + " " + actor.token() + ")",
                actor.address() == null ? label("audit.terminal") : actor.address(),
                label("audit.action." + event.action().word()),
                event.object(),
                label("audit.outcome." + event.outcome().word()),
                event.details().entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining("; ")));
    }

    /** For programs; laid down in {@code src/docs/accounts.md}. */
    public String trailJson(List<AuditEntry> entries) {
        return json("entries", entries.stream().map(AccountReport::json).toList());
    }

    private static Map<String, Object> json(AuditEntry entry) {
        AuditEvent event = entry.event();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("entry", entry.number());
        one.put("at", iso(entry.at()));
        one.put("account", event.actor().name());
        one.put("token", event.actor().token());
        one.put("address", event.actor().address());
        one.put("action", event.action().word());
        one.put("object", event.object());
        one.put("details", event.details());
        one.put("outcome", event.outcome().word());
        return one;
    }

    private interface Row<T> {
        List<String> of(T one);
    }

    private <T> String table(String none, List<String> headings, List<T> items, Row<T> row) {
        if (items.isEmpty()) {
            return label(none) + "\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings.stream().map(heading -> label("account." + heading)).toList());
        items.forEach(item -> rows.add(row.of(item).stream().map(Printable::of).toList()));
        return Columns.aligned(rows).stream()
                .map(line -> line.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private String json(String name, List<Map<String, Object>> items) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("at", at.toString());
        document.put(name, items);
        return JsonText.of(document);
    }

    private String reach(Reach reach) {
        return reach.everywhere() ? label("account.everywhere") : String.join("; ", reach.scopes());
    }

    /** Null is everywhere. */
    private static Collection<String> json(Reach reach) {
        return reach.everywhere() ? null : reach.scopes();
    }

    private static List<String> words(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::word).toList();
    }

    private String moment(Instant moment) {
        return moment == null ? "-" : Moments.toTheMinute(moment, zone);
    }

    private static String iso(Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private String label(String key) {
        return language.label(key);
    }
}
