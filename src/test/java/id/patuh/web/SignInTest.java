package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.Account;
import id.patuh.account.Accounts;
import id.patuh.account.Actor;
import id.patuh.account.AuditEntry;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.account.QuickPasswords;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private static final String PASSWORD = "kuda baterai benar";

    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer(TestDatabase.H2);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Whoever was given a password can do nothing but change it. */
    @Test
    void aPasswordThatWasGivenIsChangedFirst() {
        WebClient admin = WebClient.signedIn(server, RunningServer.NAME, RunningServer.GIVEN);

        assertThat(location(admin.get("/checks"))).endsWith("/account/password");
        assertThat(location(admin.postFile("/checks", "a.csv", "case", admin.token())))
                .endsWith("/");
        HttpResponse<String> short_ = change(admin, RunningServer.GIVEN, "pendek");
        assertThat(short_.statusCode()).isEqualTo(400);
        assertThat(short_.body()).contains("12");
        String before = admin.session();
        assertThat(location(change(admin, RunningServer.GIVEN, PASSWORD))).endsWith("/");
        assertThat(admin.session()).isNotEqualTo(before);
        assertThat(admin.get("/checks").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> change(WebClient who, String present, String wanted) {
        return who.postForm("/account/password", Map.of("present", present, "wanted", wanted, "again", wanted));
    }

    /** Nobody can give somebody else a session before: strangers have none, whatever they ask for. */
    @Test
    void sessionsBeginWhenSomebodySignsIn() {
        WebClient client = new WebClient(server);
        for (String path : List.of("/login", "/", "/checks", "/nope")) {
            client.get(path);
        }
        assertThat(client.session()).isNull();

        client.postForm("/login", Map.of("name", RunningServer.NAME, "password", RunningServer.GIVEN));

        assertThat(client.session()).isNotNull();
    }

    @Test
    void whoeverHasSignedInComesToWhatHeAskedFor() {
        server.settled();
        WebClient client = new WebClient(server);
        String login = location(client.get("/audit?account=x&action=sign-in"));
        assertThat(login).endsWith("/login?back=%2Faudit%3Faccount%3Dx%26action%3Dsign-in");
        assertThat(client.get(login.substring(login.indexOf("/login"))).body())
                .contains("value=\"/audit?account=x&amp;action=sign-in\"");
        Map<String, String> form =
                Map.of("name", RunningServer.NAME, "password", RunningServer.PASSWORD, "back", "/audit?account=x");
        assertThat(location(client.postForm("/login", form))).endsWith("/audit?account=x");
        Map<String, String> evil =
                Map.of("name", RunningServer.NAME, "password", RunningServer.PASSWORD, "back", "//evil.example");
        assertThat(location(new WebClient(server).postForm("/login", evil))).doesNotContain("evil");
    }

    /** What an administrator changes holds with the next request, whatever sessions there are. */
    @Test
    void whatIsTakenAwayIsGoneAtOnce() {
        server.settled();
        server.add("budi", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.EVERYWHERE);
        WebClient budi = WebClient.signedIn(server, "budi", PASSWORD);
        assertThat(budi.get("/checks").statusCode()).isEqualTo(200);
        Accounts accounts = new Accounts(server.store(), Clock.systemUTC(), QuickPasswords.make());
        Account account = accounts.get("budi");

        accounts.change(account.profile(), false, account.version(), Actor.atTerminal("admin"));

        assertThat(location(budi.get("/checks"))).contains("/login?back=");
    }

    @Test
    void wrongNamesAndPasswordsAreToldAlikeAndWrittenDown() {
        for (String name : List.of(RunningServer.NAME, "siapa", "<b>\u0000", "")) {
            WebClient client = new WebClient(server);
            HttpResponse<String> refused = client.postForm("/login", Map.of("name", name, "password", "salah sekali"));
            assertThat(location(refused)).as(name).endsWith("/login?refused");
        }
        List<AuditEntry> entries = new AuditTrail(server.store(), Clock.systemUTC()).read(AuditFilter.ALL, null, 4);
        assertThat(entries)
                .extracting(entry -> entry.event().details().get("reason"))
                .containsExactly("name-unknown", "name-unknown", "name-unknown", "wrong-password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/\t/evil.example",
                "javascript:1",
                "/%0d%0aX: y\r\nX: y"
            })
    void nobodyIsLedToAnotherServer(String back) {
        WebClient client = new WebClient(server);
        HttpResponse<String> answer = client.postForm("/preferences", Map.of("language", "en", "back", back));
        assertThat(answer.headers().map()).doesNotContainKey("x");
        assertThat(location(answer))
                .satisfiesAnyOf(
                        location -> assertThat(location).isEqualTo(server.address("/")),
                        location -> assertThat(location).isEqualTo("/"));
    }

    /** The answer is there before any of what was announced: nothing of it is waited for, read or kept. */
    @Test
    void filesOfStrangersAreRefusedUnread() throws IOException {
        URI address = URI.create(server.address("/checks"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            String head =
                    "POST /checks HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                            + "Content-Length: 100000000\r\n\r\n--x\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).contains("302");
        }
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
