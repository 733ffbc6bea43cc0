package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jwt.JWTClaimsSet;
import id.patuh.account.Account;
import id.patuh.account.AccountException;
import id.patuh.account.Accounts;
import id.patuh.account.Actor;
import id.patuh.account.AuditAction;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.account.Outcome;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.store.TestDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single sign-on, with a provider that tells the truth, and with one that does not. */
class ProviderSignInTest {

    @TempDir
    private static Path folder;

    private static TestProvider provider;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        provider = new TestProvider();
        server = new RunningServer(TestDatabase.H2, config(provider.issuer())).settled();
        server.add("ani", "kuda baterai benar", EnumSet.of(Role.VIEWER), Reach.EVERYWHERE);
    }

    private static Path config(String issuer) throws Exception {
        return Files.writeString(folder.resolve("patuh.yaml"), """
                patuh:
                  sso:
                    roles-claim: realm_access.roles
                    units-claim: units
                    roles: {inspektorat: auditor, mutu: quality-manager, it: administrator}
                spring.security.oauth2.client:
                  registration.pemda:
                    client-id: patuh
                    client-secret: rahasia
                    client-name: Akun Pemda
                    scope: [openid, profile]
                  provider.pemda.issuer-uri: %s
                """.formatted(issuer));
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @BeforeEach
    void tellTheTruth() {
        provider.wrong = UnaryOperator.identity();
        provider.signsWrongly = false;
        provider.state = null;
    }

    @Test
    void whoTheProviderKnowsIsLetInAsItSays() throws Exception {
        WebClient client = new WebClient(server);
        assertThat(client.get("/login").body()).contains("Masuk dengan Akun Pemda");
        provider.claims = person("s-1", "dewi", "Dinas A", "inspektorat", "lain");
        client.get("/oauth2/authorization/pemda?back=/checks");
        String stranger = client.session();
        HttpResponse<String> entered = signIn(client, "/checks");
        assertThat(path(entered)).isEqualTo("/checks");
        assertThat(client.session()).isNotEqualTo(stranger);
        assertThat(client.get("/checks").body()).contains("Dinas A").contains("dewi");
        assertThat(client.get("/accounts").statusCode()).isEqualTo(403);
        Account account = account("dewi");
        assertThat(account.profile().roles()).containsExactly(Role.AUDITOR);
        assertThat(account.profile().reach()).isEqualTo(Reach.over(Set.of("Dinas A")));

        // What the provider says next time holds from then on, also for the session before.
        provider.claims = person("s-1", "dewi", "*", "mutu");
        WebClient again = new WebClient(server);
        signIn(again, "/");
        assertThat(account("dewi").profile().roles()).containsExactly(Role.QUALITY_MANAGER);
        assertThat(account("dewi").profile().reach()).isEqualTo(Reach.EVERYWHERE);
        assertThat(client.get("/checks").statusCode()).isEqualTo(302);
        assertThat(again.get("/checks").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyIsLedElsewhereAfterwards() throws Exception {
        provider.claims = person("s-2", "eka", "*", "inspektorat");
        for (String back : List.of("//evil.example", "https://evil.example/", "/\\evil.example")) {
            WebClient client = new WebClient(server);
            assertThat(path(signIn(client, back))).isEqualTo("/");
        }
    }

    @Test
    void whoHasNoRoleOrSomebodyElsesNameIsRefused() throws Exception {
        assertRefused(person("s-3", "fajar", "*", "lain"), "sso-roles-absent");
        assertRefused(person("s-4", "ani", "*", "inspektorat"), "account-taken");
        assertRefused(Map.of("sub", "s-5"), "sso-name-absent");
        assertThat(account("ani").profile().roles()).containsExactly(Role.VIEWER);

        provider.claims = person("s-6", "gita", "*", "inspektorat");
        signIn(new WebClient(server), "/");
        Account gita = account("gita");
        server.bean(Accounts.class).change(gita.profile(), false, gita.version(), Actor.atTerminal("admin"));
        assertRefused(person("s-6", "gita", "*", "inspektorat"), "sign-in-refused");
    }

    @Test
    void aWordThatIsNotTheProvidersIsRefused() throws Exception {
        Map<String, Object> person = person("s-7", "hadi", "*", "it");
        List<UnaryOperator<JWTClaimsSet.Builder>> forgeries = List.of(
                token -> token.audience("somebody-else"),
                token -> token.issuer("https://evil.example"),
                token -> token.claim("nonce", "other"),
                token -> token.expirationTime(new Date(0)));
        for (UnaryOperator<JWTClaimsSet.Builder> forgery : forgeries) {
            provider.wrong = forgery;
            assertRefused(person, "sso-failed");
        }
        tellTheTruth();
        provider.signsWrongly = true;
        assertRefused(person, "sso-failed");
        tellTheTruth();
        provider.state = "other";
        assertRefused(person, "sso-failed");
        assertThat(server.bean(Accounts.class).all()).extracting(Account::name).doesNotContain("hadi");
    }

    /** Accounts with passwords go on meanwhile. */
    @Test
    void aProviderThatIsAwayKeepsNobodyElseOut() throws Exception {
        String away;
        try (TestProvider gone = new TestProvider()) {
            away = gone.issuer();
        }
        try (RunningServer alone = new RunningServer(TestDatabase.H2, config(away)).settled()) {
            WebClient client = new WebClient(alone);
            for (String known : List.of("pemda", "unknown")) {
                HttpResponse<String> led = client.get("/oauth2/authorization/" + known);
                assertThat(led.statusCode()).isEqualTo(302);
                assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith("/login?provider");
                assertThat(client.session()).isNull();
            }
            assertThat(WebClient.signedIn(alone, RunningServer.NAME, RunningServer.PASSWORD)
                            .get("/checks")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRoleThatThereIsNotIsNamedAtTheStart() throws Exception {
        Path wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, Files.readString(config(provider.issuer())).replace("auditor", "auditer"));
        assertThatThrownBy(() -> new RunningServer(TestDatabase.H2, wrong).close())
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("auditer");
    }

    private static Map<String, Object> person(String subject, String name, String unit, String... roles) {
        return Map.of(
                "sub",
                subject,
                "preferred_username",
                name,
                "units",
                List.of(unit),
                "realm_access",
                Map.of("roles", List.of(roles)));
    }

    private static void assertRefused(Map<String, Object> person, String reason) throws Exception {
        provider.claims = person;
        WebClient client = new WebClient(server);
        HttpResponse<String> refused = signIn(client, "/");
        assertThat(refused.headers().firstValue("Location").orElseThrow()).endsWith("/login?provider");
        assertThat(client.get("/login?provider").body()).contains("Penyedia identitas tidak dapat mengenali");
        assertThat(client.get("/checks").statusCode()).isEqualTo(302);
        assertThat(server.bean(AuditTrail.class).read(AuditFilter.ALL, null, 1))
                .extracting(
                        entry -> entry.event().action(),
                        entry -> entry.event().outcome(),
                        entry -> entry.event().details().get("reason"))
                .containsExactly(tuple(AuditAction.SIGN_IN, Outcome.REFUSED, reason));
    }

    /** From the page to sign in to the provider, and back; gives the last answer. */
    private static HttpResponse<String> signIn(WebClient client, String back) throws Exception {
        HttpResponse<String> toProvider =
                client.get("/oauth2/authorization/pemda?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        assertThat(toProvider.headers().firstValue("Location").orElseThrow()).startsWith(provider.issuer());
        HttpResponse<String> fromProvider = client.getElsewhere(
                URI.create(toProvider.headers().firstValue("Location").orElseThrow()));
        URI returned = URI.create(fromProvider.headers().firstValue("Location").orElseThrow());
        return client.get(returned.getRawPath() + "?" + returned.getRawQuery());
    }

    private static String path(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static Account account(String name) {
        return server.bean(Accounts.class).get(name);
    }
}
