package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.store.TestDatabase;
import id.patuh.web.ApiClient.Answer;
import id.patuh.web.limit.Admission;
import id.patuh.web.limit.UploadLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that take more of the server than their share, or whose requests never end. */
class LimitsTest {

    private static final int REQUESTS = 6;

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static WebClient admin;

    @BeforeAll
    static void start() throws IOException {
        Path config = folder.resolve("patuh.yaml");
        Files.writeString(
                config,
                "patuh.limits: {requests-per-address: " + REQUESTS + ", slow-after: 1s, slowest-per-second: 1KB, "
                        + "waiting-size-per-account: 1KB, arriving: 40KB, arriving-per-account: 20KB}\n"
                        + "spring.servlet.multipart.max-request-size: 30KB\n");
        server = new RunningServer(TestDatabase.H2, config).settled();
        admin = WebClient.signedIn(server, RunningServer.NAME, RunningServer.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Socket begin(String path, String type, int length) throws IOException {
        URI address = URI.create(server.address(path));
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        send(
                socket,
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + length + "\r\n\r\n");
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The first line of what is answered; empty where the connection was closed instead. */
    private static String answer(Socket socket) throws IOException {
        try {
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? "" : line;
        } catch (SocketException e) {
            return "";
        }
    }

    /** A form that comes letter by letter would keep its thread for hours. */
    @Test
    void whatComesTooSlowlyIsBrokenOff() throws Exception {
        try (Socket slow = begin("/login", "application/x-www-form-urlencoded", 10_000)) {
            Thread dripping = new Thread(() -> drip(slow));
            dripping.start();
            String answer = answer(slow);
            assertThat(answer).doesNotContain(" 200").doesNotContain(" 302").doesNotContain(" 500");
            dripping.interrupt();
        }
    }

    private static void drip(Socket slow) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                send(slow, "a");
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            // Broken off.
        }
    }

    @Test
    void oneAddressDoesNotKeepTheServerBusy() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < REQUESTS; i++) {
                waiting.add(begin("/login", "application/x-www-form-urlencoded", 1_000));
            }
            HttpResponse<String> refused = new WebClient(server).get("/login");
            for (int tries = 0; refused.statusCode() != 429 && tries < 100; tries++) {
                Thread.sleep(10);
                refused = new WebClient(server).get("/login");
            }
            assertThat(refused.statusCode())
                    .as(String.valueOf(waiting.get(0).getInputStream().available()))
                    .isEqualTo(429);
            assertThat(refused.body()).contains("Terlalu banyak permintaan");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
        HttpResponse<String> again = new WebClient(server).get("/login");
        for (int tries = 0; again.statusCode() == 429 && tries < 500; tries++) {
            Thread.sleep(20);
            again = new WebClient(server).get("/login");
        }
        assertThat(again.statusCode()).isEqualTo(200);
    }

    @Test
    void longFormsOfStrangersAreRefusedUnread() throws Exception {
        try (Socket long_ = begin("/login", "application/x-www-form-urlencoded", 20_000)) {
            assertThat(answer(long_)).contains(" 413");
        }
    }

    @Test
    void moreThanMayWaitIsRefusedWithAReason() {
        HttpResponse<String> refused =
                admin.postFile("/checks", "large.csv", "case,sop\n" + "x,y\n".repeat(500), admin.token());
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("akan melebihi");
    }

    /** Each file stands on the disk until it was taken: so many at a time would fill it. */
    @Test
    void whatIsOnItsWayIsBoundedInBytes() {
        ApiClient program = ApiClient.of(server);
        UploadLimits uploads = server.bean(UploadLimits.class);
        String token = admin.token();
        assertThat(admin.postFile("/checks", "large.csv", "x".repeat(25_000), token)
                        .statusCode())
                .isEqualTo(413);
        assertThat(uploads.begin(RunningServer.NAME, 20_000)).isEqualTo(Admission.ADMITTED);
        Answer own = program.postFiles("/api/v1/checks", Map.of("a.csv", new byte[5_000]), Map.of());
        assertThat(own.problem()).isEqualTo("too-many-requests");
        assertThat(own.header("Retry-After")).isNotNull();
        uploads.end(RunningServer.NAME, 20_000);
        assertThat(uploads.begin("ani", 20_000)).isEqualTo(Admission.ADMITTED);
        assertThat(uploads.begin("budi", 20_000)).isEqualTo(Admission.ADMITTED);
        HttpResponse<String> full = admin.postFile("/checks", "a.csv", "x".repeat(5_000), token);
        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.headers().firstValue("Retry-After")).isPresent();
        Answer told = program.postFiles("/api/v1/checks", Map.of("a.csv", new byte[5_000]), Map.of());
        assertThat(told.problem()).isEqualTo("unavailable");
        assertThat(told.header("Retry-After")).isNotNull();
        uploads.end("ani", 20_000);
        uploads.end("budi", 20_000);
        assertThat(admin.postFile("/checks", "a.csv", "x".repeat(500), token).statusCode())
                .isEqualTo(302);
    }

    /** Guesses of one address at the passwords of many accounts. */
    @Test
    void whoeverGuessesAtManyAccountsIsToldToWait() {
        WebClient guesser = new WebClient(server);
        String token = guesser.token();
        String told = "";
        for (int i = 0; i < 40 && !told.contains("busy"); i++) {
            Map<String, String> guess = Map.of("name", "akun" + i, "password", "salah sekali");
            told = guesser.postForm("/login", guess, token)
                    .headers()
                    .firstValue("Location")
                    .orElse("");
        }
        assertThat(told).endsWith("/login?busy");
    }
}
