package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.english;
import static id.patuh.cli.CommandLineRun.json;
import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.Account;
import id.patuh.account.Accounts;
import id.patuh.account.Actor;
import id.patuh.account.NewToken;
import id.patuh.account.Passwords;
import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.account.Secret;
import id.patuh.account.SignIns;
import id.patuh.account.TokenTerms;
import id.patuh.account.Tokens;
import id.patuh.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an administrator does at the terminal of the server. */
class AccountsCommandsTest extends DatabaseOfTest {

    private static final String PASSWORD = "kuda lumping menari";

    private String file;

    @BeforeEach
    void anAdministrator() throws IOException {
        file = Files.writeString(folder.resolve("sandi.txt"), PASSWORD + "\n").toString();
        CommandLineRun added = english(
                "accounts", "add", "Admin", "--role", "administrator", "--password-file", file, "--user", "root");
        assertThat(added.err()).isEmpty();
        assertThat(added.out()).isEqualTo("The account admin is added.\n");
    }

    @Test
    void accountsAreAddedChangedAndListed() {
        assertThat(add("ani", "quality-manager,auditor", "--name", "Ani B").exitCode())
                .isZero();
        assertThat(add("budi", "auditor", "--scope", "Dinas A", "--scope", "Dinas B")
                        .exitCode())
                .isZero();
        assertThat(english("rules", "role").out()).contains("admin            engineer", "ani              manager");
        assertThat(english("rules", "role", "ani", "none", "--user", "admin").err())
                .isEqualTo("ani has an account, which decides the role in the rulebook: "
                        + "patuh accounts change ani --role ROLE\n");

        assertThat(english("accounts").out().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .contains(
                        "Account|Name|Roles|Scopes|Last sign-in|Note",
                        "ani|Ani B|auditor, quality manager|all|-|must change the password",
                        "budi|budi|auditor|Dinas A; Dinas B|-|must change the password");
        change("ani", "--role", "viewer", "--disable");
        change("budi", "--everywhere");
        assertThat(patuh("accounts").out()).contains("pemirsa", "dinonaktifkan");
        JsonNode json = json("accounts");
        assertThat(json.at("/accounts/1/roles/0").asString()).isEqualTo("viewer");
        assertThat(json.at("/accounts/1/enabled").asBoolean()).isFalse();
        assertThat(json.at("/accounts/2/scopes").isNull()).isTrue();
        assertThat(english("rules", "role").out()).contains("ani              none");
        change("ani", "--enable");
    }

    @Test
    void whoLostHisPasswordIsGivenOne() {
        CommandLineRun reset = english("accounts", "password", "admin", "--one-time", "--user", "root");
        Matcher told = Pattern.compile("shown here only: (\\S+)\n").matcher(reset.out());
        assertThat(told.find()).isTrue();
        String trail = english("accounts", "audit").out()
                + english("accounts", "audit", "--format", "json").out();
        assertThat(trail).contains("reset password", "root", "terminal").doesNotContain(told.group(1));
        try (Store store = Store.open(System.getProperty(DATABASE))) {
            SignIns signIns = new SignIns(store, Clock.systemUTC(), new Passwords());
            assertThat(signIns.signIn("admin", Secret.of(told.group(1)), "::1").mustChangePassword())
                    .isTrue();
        }
        JsonNode signedIn = json("accounts", "audit", "--action", "sign-in", "--most", "1");
        assertThat(signedIn.at("/entries/0/account").asString()).isEqualTo("admin");
        assertThat(signedIn.at("/entries/0/address").asString()).isEqualTo("::1");
        long number = signedIn.at("/entries/0/entry").asLong();
        assertThat(json("accounts", "audit", "--before", "" + number, "--account", "root")
                        .at("/entries"))
                .hasSize(2);
        assertThat(english("accounts", "audit", "--until", "2000-01-01").out()).isEqualTo("There are no entries.\n");
    }

    @Test
    void tokensAreListedAndRevoked() {
        NewToken made;
        try (Store store = Store.open(System.getProperty(DATABASE))) {
            Passwords passwords = new Passwords();
            Clock clock = Clock.systemUTC();
            Account admin = new SignIns(store, clock, passwords)
                    .changePassword("admin", Secret.of(PASSWORD), Secret.of("wayang golek bernyanyi"), "::1");
            assertThat(new Accounts(store, clock, passwords).all()).containsExactly(admin);
            TokenTerms terms = new TokenTerms(
                    "cadangan",
                    Set.of(Permission.READ_RESULTS),
                    Reach.EVERYWHERE,
                    Instant.now().plus(Duration.ofDays(30)));
            made = new Tokens(store, clock).make(terms, Actor.signedIn(admin, "::1"));
        }
        String number = Long.toString(made.token().number());
        assertThat(english("accounts", "revoke", number).out()).isEqualTo("Token " + number + " is revoked.\n");
        String listed = patuh("accounts", "tokens", "ADMIN").out();
        assertThat(listed).contains("cadangan", "melihat hasil", "dicabut");
        JsonNode json = json("accounts", "tokens");
        assertThat(json.at("/tokens/0/permissions/0").asString()).isEqualTo("read-results");
        assertThat(json.at("/tokens/0/revokedAt").isNull()).isFalse();
        assertThat(listed + json).doesNotContain(made.text().reveal());
    }

    /** Each is told in a line, without a password, and nothing is changed. */
    @Test
    void whatCannotBeIsRefused() throws IOException {
        Path common = Files.writeString(folder.resolve("lemah.txt"), "Rahasia12345!");
        String before = english("accounts", "--format", "json").out().replaceAll("\"at\":.*", "");
        for (List<String> wrong : List.of(
                List.of("add", "ani", "--role", "raja", "--password-file", file),
                List.of("add", "ani", "--password-file", file),
                List.of("add", "ani", "--role", "viewer", "--password-file", common.toString()),
                List.of("add", "ani", "--role", "viewer", "--password-file", folder.toString()),
                List.of("add", "ani", "--role", "viewer"),
                List.of("add", "\u0430ni", "--role", "viewer", "--password-file", file),
                List.of("add", "ani", "--role", "rule-engineer", "--password-file", file, "--user", "siapa"),
                List.of("add", "admin", "--role", "viewer", "--password-file", file),
                List.of("change", "admin", "--disable"),
                List.of("change", "admin", "--role", "auditor"),
                List.of("change", "admin"),
                List.of("change", "admin", "--enable", "--disable"),
                List.of("change", "lain", "--enable"),
                List.of("password", "lain", "--one-time"),
                List.of("tokens", "lain"),
                List.of("revoke", "1"),
                List.of("audit", "--action", "lain"),
                List.of("audit", "--outcome", "lain"),
                List.of("audit", "--from", "besok"),
                List.of("audit", "--most", "-1"))) {
            String[] args = new String[wrong.size() + 1];
            args[0] = "accounts";
            System.arraycopy(wrong.toArray(), 0, args, 1, wrong.size());
            CommandLineRun run = english(args);
            assertThat(run.exitCode()).as("%s", wrong).isEqualTo(2);
            assertThat(run.err().lines()).as("%s", wrong).hasSizeBetween(1, 2);
            assertThat(run.err() + run.out()).doesNotContain(PASSWORD, "Rahasia12345!");
        }
        assertThat(english("accounts", "--format", "json").out().replaceAll("\"at\":.*", ""))
                .isEqualTo(before);
    }

    private CommandLineRun add(String name, String roles, String... further) {
        String[] args = new String[further.length + 9];
        List.of("accounts", "add", name, "--role", roles, "--password-file", file, "--user", "admin")
                .toArray(args);
        System.arraycopy(further, 0, args, 9, further.length);
        return english(args);
    }

    private static void change(String name, String... further) {
        String[] args = new String[further.length + 5];
        List.of("accounts", "change", name, "--user", "admin").toArray(args);
        System.arraycopy(further, 0, args, 5, further.length);
        CommandLineRun run = english(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("The account " + name + " is changed.\n");
    }
}
