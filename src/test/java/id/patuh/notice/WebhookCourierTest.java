package id.patuh.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookCourierTest {

    private static final Instant NOW = Instant.parse("2026-03-02T18:30:00Z");
    private static final byte[] KEY = "kunci yang cukup panjang".getBytes(StandardCharsets.UTF_8);
    private static final Secret SECRET =
            new Secret("whsec_" + Base64.getEncoder().encodeToString(KEY));

    private HttpServer server;
    private Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);
    private Headers headers;
    private String body;
    private String redirected;

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/hook", exchange -> {
            headers = exchange.getRequestHeaders();
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer.to(exchange);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            redirected = exchange.getRequestURI().toString();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private Outcome post() {
        return post("3d0f", "{\"type\":\"digest\",\"unit\":\"Puskesmas é\"}", NOW);
    }

    private Outcome post(String id, String json, Instant now) {
        Endpoint endpoint =
                new Endpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/hook", SECRET);
        assertThat(endpoint.problems("webhook")).isEmpty();
        Content payload = new Content.Payload(json);
        return new WebhookCourier(
                        name -> Optional.of(endpoint), Clock.fixed(now, ZoneOffset.UTC), Duration.ofMillis(500))
                .deliver(new Parcel(1, 1, 1, id, "ani", payload, now, now), () -> false);
    }

    @Test
    void aMessageIsSignedAsTheStandardHasIt() throws Exception {
        assertThat(post()).isEqualTo(new Outcome.Sent());

        assertThat(body).isEqualTo("{\"type\":\"digest\",\"unit\":\"Puskesmas é\"}");
        assertThat(headers.getFirst("webhook-id")).isEqualTo("msg_3d0f").isEqualTo(headers.getFirst("Idempotency-Key"));
        assertThat(headers.getFirst("webhook-timestamp")).isEqualTo("" + NOW.getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String signed = "msg_3d0f." + NOW.getEpochSecond() + "." + body;
        byte[] expected = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        String signature = headers.getFirst("webhook-signature");
        assertThat(signature).startsWith("v1,");
        assertThat(MessageDigest.isEqual(expected, Base64.getDecoder().decode(signature.substring(3))))
                .isTrue();
    }

    @Test
    void theExampleThatIsDocumentedIsRight() throws IOException {
        String document = Files.readString(Path.of("src/docs/digest.md"));

        post("0e4fa54c-7a19-4a93-8d5c-2f6a3f0a9a11", "{\"type\":\"patuh.digest\"}", Instant.ofEpochSecond(1772476200));

        assertThat(document)
                .contains("SECRET=" + SECRET.reveal(), "ID=" + headers.getFirst("webhook-id"), "'" + body + "'")
                .contains("# " + headers.getFirst("webhook-signature").substring(3));
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "429", "500", "503"})
    void whatIsNotTakenIsTriedAgain(int status) {
        answer = exchange -> exchange.sendResponseHeaders(status, -1);

        assertThat(post()).isEqualTo(Outcome.Deferred.of("webhook-status", "" + status));
    }

    @Test
    void anAddressThatIsGoneIsNotTriedAgain() {
        answer = exchange -> exchange.sendResponseHeaders(410, -1);

        assertThat(post()).isEqualTo(Outcome.Refused.of("webhook-gone", "410"));
    }

    @Test
    void nobodyIsSentElsewhere() {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        };

        assertThat(post()).isEqualTo(Outcome.Deferred.of("webhook-status", "307"));
        assertThat(redirected).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "'Mon, 2 Mar 2026 18:40:00 GMT', 600",
        "999999999, 86400",
        "-5, 0",
        "'Sun, 1 Mar 2026 18:40:00 GMT', -85800",
        "soon, 0"
    })
    void aPauseThatIsAskedForIsKept(String retryAfter, long seconds) {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            exchange.sendResponseHeaders(503, -1);
        };

        assertThat(post()).extracting("atLeast").isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void anAnswerWithoutEndIsNotReadToIt() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream endless = exchange.getResponseBody()) {
                while (true) {
                    endless.write(new byte[10_000]);
                }
            }
        };

        assertThat(post()).isEqualTo(new Outcome.Sent());
    }

    @Test
    void anAnswerThatDoesNotComeIsNotAwaited() {
        answer = exchange -> {
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        assertThat(post()).isEqualTo(Outcome.Deferred.of("webhook-unreachable", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.com",
                "example.com",
                "http://",
                "https://user:password@example.com/",
                "https://example.com/#a",
                "https://exa mple.com"
            })
    void onlyPlainWebAddressesAreUsed(String url) {
        assertThat(new Endpoint(url, SECRET).problems("webhook"))
                .containsExactly(new SettingProblem("webhook.url", "setting-url", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rahasia", "whsec_", "whsec_a2VjaWw=", "whsec_!!!"})
    void aWeakSecretIsRefusedAndNeverShown(String secret) {
        Endpoint endpoint = new Endpoint("https://example.com/hook?token=t0k3n", new Secret(secret));

        assertThat(endpoint.problems("webhook"))
                .containsExactly(new SettingProblem("webhook.secret", "setting-webhook-secret", null));
        assertThat(endpoint.toString()).doesNotContain("t0k3n", "whsec_a");
    }
}
