package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.spool.TemporaryFile;
import id.patuh.store.HeldConnections;
import id.patuh.store.TestDatabase;
import id.patuh.web.ApiClient.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of people and programs who may hand in, which never come to an end. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SlowUploadsTest {

    private static final int COUNT = 50;

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static WebClient admin;

    @BeforeAll
    static void start() throws IOException {
        Path config = folder.resolve("patuh.yaml");
        Files.writeString(
                config,
                "patuh.limits: {slow-after: 4s, slowest-per-second: 1KB}\nserver.tomcat.connection-timeout: 4s\n");
        server = new RunningServer(TestDatabase.H2, config).settled();
        admin = WebClient.signedIn(server, RunningServer.NAME, RunningServer.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Half of them send a byte now and then, half of them nothing any more; half are people, half programs. */
    @Test
    void keepNobodyFromWorkAndAreBrokenOff() throws Exception {
        List<String> whose = new ArrayList<>();
        for (String name : List.of("ani", "budi", "citra")) {
            server.add(name, RunningServer.PASSWORD, EnumSet.of(Role.AUDITOR), Reach.EVERYWHERE);
            WebClient person = WebClient.signedIn(server, name, RunningServer.PASSWORD);
            ApiClient program = ApiClient.of(server, name, Set.of(Permission.CHECK), Reach.EVERYWHERE);
            whose.add("POST /checks HTTP/1.1\r\nCookie: patuh-session=" + person.session());
            whose.add("POST /api/v1/checks HTTP/1.1\r\nAuthorization: Bearer " + program.token());
        }
        List<Socket> slow = new ArrayList<>();
        Thread dripping = null;
        try {
            for (int i = 0; i < COUNT; i++) {
                slow.add(begin(whose.get(i % whose.size())));
            }
            while (arriving() < COUNT) {
                Thread.sleep(5);
            }
            List<Socket> drops = slow.subList(0, COUNT / 2);
            dripping = new Thread(() -> drip(drops));
            dripping.start();
            new HeldConnections(server.store(), 0).close();
            assertThat(arriving()).as("still under way").isPositive();
            try (HeldConnections held = new HeldConnections(server.store(), 1)) {
                assertThat(admin.get("/checks").statusCode()).isEqualTo(200);
                checkOf("one.csv");
                assertThat(held).isNotNull();
            }
            for (Socket each : slow) {
                assertThat(answer(each)).matches("|HTTP/1.1 4\\d\\d.*");
            }
            assertThat(arriving()).isZero();
            checkOf("two.csv");
        } finally {
            if (dripping != null) {
                dripping.interrupt();
            }
            for (Socket each : slow) {
                each.close();
            }
        }
    }

    /** A check of somebody else, from the file to the result. */
    private static void checkOf(String name) throws InterruptedException {
        ApiClient program = ApiClient.of(server);
        byte[] log = "case,sop,step,start,end\nX,B276,1,2026-01-05 08:00,2026-01-05 09:00\n"
                .getBytes(StandardCharsets.US_ASCII);
        Answer sent = program.postFiles("/api/v1/checks", Map.of(name, log), Map.of());
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String path = sent.header("Location");
        while (!program.get(path).json().get("state").stringValue().equals("done")) {
            Thread.sleep(20);
        }
    }

    private static Socket begin(String head) throws IOException {
        URI address = URI.create(server.address("/"));
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(30_000);
        String part =
                "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n" + "x".repeat(500);
        send(
                socket,
                head
                        + "\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 20000\r\n\r\n"
                        + part);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void drip(List<Socket> drops) {
        List<Socket> open = new ArrayList<>(drops);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                open.removeIf(socket -> !isSent(socket));
                Thread.sleep(1_000);
            }
        } catch (InterruptedException e) {
            // All are broken off.
        }
    }

    private static boolean isSent(Socket socket) {
        try {
            send(socket, "a");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** How many files of forms stand on the disk, whole or not. */
    private static long arriving() throws IOException {
        try (Stream<Path> all = Files.walk(TemporaryFile.folder().resolve("tomcat"))) {
            return all.filter(file -> file.toString().endsWith(".tmp")).count();
        }
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
}
