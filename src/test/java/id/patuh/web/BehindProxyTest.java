package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a proxy says of clients counts where the configuration says that there is one, and nowhere else. */
class BehindProxyTest {

    private static final String ONE = "198.51.100.7";
    private static final String OTHER = "198.51.100.8";

    @TempDir
    private Path folder;

    private RunningServer started(String strategy) throws IOException {
        Path config = Files.writeString(
                folder.resolve("patuh.yaml"),
                "server.forward-headers-strategy: " + strategy + "\npatuh.limits.requests-per-address: 1\n");
        return new RunningServer(TestDatabase.H2, config).settled();
    }

    private static HttpResponse<String> login(RunningServer server, String client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address("/login")))
                .header("X-Forwarded-For", client)
                .header("X-Forwarded-Proto", "https")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** A form that has begun, and is not sent on. */
    private static Socket underWay(RunningServer server, String client) throws IOException {
        URI address = URI.create(server.address("/"));
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("POST /login HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + client
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int settled(RunningServer server, String client, int wanted) throws Exception {
        int status = login(server, client).statusCode();
        for (int tries = 0; status != wanted && tries < 100; tries++) {
            Thread.sleep(20);
            status = login(server, client).statusCode();
        }
        return status;
    }

    /** Where somebody came from who asked with a token, by the audit trail. */
    private static String audited(RunningServer server) throws Exception {
        ApiClient program = ApiClient.of(server);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address("/api/v1/units/Dinas%20X/waivers")))
                .header("X-Forwarded-For", ONE)
                .header("Authorization", "Bearer " + program.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"target\": {\"rule\": \"x\"}, \"until\": \"2099-01-01\", "
                        + "\"reason\": \"x\", \"basis\": \"x\"}"))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return server.bean(AuditTrail.class)
                .read(new AuditFilter(null, AuditAction.REQUEST_WAIVER, null, null, null, null), null, 1)
                .get(0)
                .event()
                .actor()
                .address();
    }

    @Test
    void clientsOfAProxyAreToldApartAndItsTlsCounts() throws Exception {
        try (RunningServer server = started("native")) {
            assertThat(audited(server)).isEqualTo(ONE);
            assertThat(login(server, ONE).headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
            try (Socket waiting = underWay(server, ONE)) {
                assertThat(settled(server, ONE, 429)).isEqualTo(429);
                assertThat(login(server, OTHER).statusCode()).isEqualTo(200);
                assertThat(waiting.isConnected()).isTrue();
            }
        }
    }

    @Test
    void whoeverComesStraightIsNotBelieved() throws Exception {
        try (RunningServer server = started("none")) {
            assertThat(audited(server)).isEqualTo("127.0.0.1");
            assertThat(login(server, ONE).headers().allValues("Set-Cookie"))
                    .allSatisfy(cookie -> assertThat(cookie).doesNotContain("Secure"));
            try (Socket waiting = underWay(server, ONE)) {
                assertThat(settled(server, OTHER, 429)).isEqualTo(429);
                assertThat(waiting.isConnected()).isTrue();
            }
        }
    }
}
