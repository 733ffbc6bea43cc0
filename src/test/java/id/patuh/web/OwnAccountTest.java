package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.account.Tokens;
import id.patuh.store.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** One's own account with its tokens; and what whoever watches the server sees of it. */
class OwnAccountTest {

    private static final String PASSWORD = "kuda baterai benar";
    private static final Pattern TOKEN = Pattern.compile("patuh_[0-9a-f]{72}");

    private static RunningServer server;
    private static WebClient ani;

    @BeforeAll
    static void start() {
        server = new RunningServer(TestDatabase.H2).settled();
        server.add("ani", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.over(Set.of("Dinas A", "Dinas B")));
        ani = WebClient.signedIn(server, "ani", PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
        HttpResponse<String> made = ani.postForm(
                "/account/tokens",
                Map.of("name", "skrip malam", "permissions", "check", "scopes", "Dinas A", "days", "30"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
        Matcher text = TOKEN.matcher(made.body());
        assertThat(text.find()).isTrue();
        Tokens tokens = server.bean(Tokens.class);
        long number = tokens.check(text.group()).orElseThrow().token().number();
        assertThat(tokens.of("ani").get(0).terms().permissions()).containsExactly(Permission.CHECK);
        assertThat(tokens.of("ani").get(0).terms().reach()).isEqualTo(Reach.over(Set.of("Dinas A")));
        assertThat(ani.get("/account").body()).contains("skrip malam").doesNotContain(text.group());

        WebClient admin = WebClient.signedIn(server, RunningServer.NAME, RunningServer.PASSWORD);
        String revoke = "/account/tokens/" + number + "/revoke";
        assertThat(admin.postForm(revoke, Map.of()).statusCode()).isEqualTo(404);
        assertThat(ani.postForm(revoke, Map.of()).statusCode()).isEqualTo(302);

        assertThat(tokens.check(text.group())).isEmpty();
        assertThat(server.bean(AuditTrail.class).read(AuditFilter.ALL, null, 10))
                .extracting(entry -> entry.event().action())
                .contains(AuditAction.MAKE_TOKEN, AuditAction.REVOKE_TOKEN);
    }

    @Test
    void aTokenNeverAllowsMoreThanItsOwner() {
        for (Map<String, String> form : List.of(
                Map.of("name", "x", "permissions", "manage-accounts", "days", "30"),
                Map.of("name", "x", "permissions", "check", "scopes", "Dinas C", "days", "30"),
                Map.of("name", "x", "permissions", "check", "days", "366"),
                Map.of("name", "", "permissions", "check", "days", "30"),
                Map.of("name", "x", "days", "30"))) {
            HttpResponse<String> refused = ani.postForm("/account/tokens", form);
            assertThat(refused.statusCode()).as(form.toString()).isEqualTo(400);
            assertThat(refused.body()).contains("class=\"problem\"");
        }
    }

    /** On a port of their own, which proxies do not lead to. */
    @Test
    void healthAndMetricsAreToldElsewhere() throws Exception {
        String port = server.bean(Environment.class).getProperty("local.management.port");
        assertThat(watched(port, "health")).contains("\"status\":\"UP\"").contains("\"waiting\":0");
        assertThat(watched(port, "health/liveness")).contains("UP");
        assertThat(watched(port, "health/readiness")).contains("UP");
        assertThat(watched(port, "prometheus"))
                .contains("patuh_submissions{state=\"failed\"}")
                .contains("patuh_workers_alive 1");
        for (String path : new String[] {"health", "health/liveness", "prometheus"}) {
            assertThat(ani.get("/actuator/" + path).statusCode()).isEqualTo(404);
        }
    }

    private static String watched(String port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
