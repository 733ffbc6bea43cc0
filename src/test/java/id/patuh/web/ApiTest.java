package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.Accounts;
import id.patuh.account.Actor;
import id.patuh.account.AuditAction;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.account.Tokens;
import id.patuh.report.Language;
import id.patuh.report.format.ReportFormat;
import id.patuh.store.TestDatabase;
import id.patuh.submission.Seen;
import id.patuh.submission.Submissions;
import id.patuh.web.ApiClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The API over HTTP, as programs use it: checks, limits, and what goes wrong. */
class ApiTest {

    private static final String CHECKS = "/api/v1/checks";
    private static final Map<String, String> AS_OF = Map.of("asOf", "2026-11-20");

    private static RunningServer server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        server = new RunningServer(TestDatabase.H2).settled();
        client = ApiClient.of(server);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Map<String, byte[]> sample(String path) throws IOException {
        Path file = Path.of("sample-data", path);
        return Map.of(file.getFileName().toString(), Files.readAllBytes(file));
    }

    /** The check once it is over. */
    private static JsonNode done(String location) throws InterruptedException {
        JsonNode check = client.get(location).json();
        while (Set.of("waiting", "running").contains(check.get("state").stringValue())) {
            Thread.sleep(50);
            check = client.get(location).json();
        }
        return check;
    }

    @Test
    void filesAreHandedInAndTheirViolationsRead() throws Exception {
        Answer taken = client.postFiles(CHECKS, sample("b276/violations.csv"), AS_OF);
        assertThat(taken.status()).isEqualTo(202);
        String location = taken.header("Location");
        JsonNode check = done(location);
        assertThat(check.get("state").stringValue()).isEqualTo("done");
        assertThat(check.get("asOf").stringValue()).isEqualTo("2026-11-20T23:59:59+07:00");
        assertThat(check.at("/result/summary/violations/major").intValue()).isPositive();

        List<JsonNode> all = pages(location + "/violations?limit=7");
        JsonNode whole = client.get(location + "/violations?limit=1000").json();
        assertThat(all)
                .isEqualTo(list(whole.get("violations")))
                .hasSize(whole.get("count").intValue());
        JsonNode report = client.get(location + "/report?format=json").json();
        assertThat(list(report.get("violations"))).isEqualTo(all);

        JsonNode late = client.get(location + "/violations?rule=step-late&severity=major&severity=minor")
                .json();
        assertThat(late.get("count").intValue())
                .isEqualTo(report.at("/summary/byRule/step-late").intValue());
        assertThat(client.get(CHECKS + "?limit=1").json().at("/checks/0/check").stringValue())
                .isNotEmpty();
    }

    private static List<JsonNode> pages(String first) {
        List<JsonNode> all = new ArrayList<>();
        String next = first;
        while (next != null) {
            JsonNode page = client.get(next).json();
            all.addAll(list(page.get("violations")));
            next = page.get("next").stringValue(null);
        }
        return all;
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    @Test
    void reportsAreThoseOfAllOtherPlacesToTheByte() throws Exception {
        String location = client.postFiles(CHECKS, sample("surveys/tie-at-the-cut.csv"), AS_OF)
                .header("Location");
        String code = done(location).get("check").stringValue();
        Submissions submissions = server.bean(Submissions.class);
        for (Language language : Language.values()) {
            for (ReportFormat format : EnumSet.complementOf(EnumSet.of(ReportFormat.XLSX))) {
                ByteArrayOutputStream expected = new ByteArrayOutputStream();
                format.report()
                        .write(
                                submissions.result(
                                        submissions
                                                .find(code, new Seen(RunningServer.NAME, null))
                                                .orElseThrow(),
                                        language),
                                expected);
                Answer answer = client.get(
                        location + "/report?format=" + format.word(),
                        "Accept-Language",
                        language.code() + ", fr;q=0.5");
                assertThat(answer.response().body()).as("%s", format).isEqualTo(expected.toByteArray());
                assertThat(answer.header("Content-Type")).isEqualTo(format.mediaType());
                assertThat(client.get(
                                        location + "/report?format=" + format.word(),
                                        "Accept-Language",
                                        language.code(),
                                        "If-None-Match",
                                        answer.header("ETag"))
                                .status())
                        .isEqualTo(304);
            }
        }
        Answer workbook = client.get(location + "/report?format=xlsx");
        assertThat(workbook.header("Content-Length"))
                .isEqualTo("" + workbook.response().body().length);
        assertThat(workbook.response().body()).startsWith('P', 'K');
        assertThat(client.get(location + "/surveys").json().get("grades")).isNotEmpty();
        assertThat(server.bean(AuditTrail.class)
                        .read(
                                new AuditFilter(RunningServer.NAME, AuditAction.DOWNLOAD, null, code, null, null),
                                null,
                                99))
                .hasSize(9)
                .allSatisfy(entry -> assertThat(entry.event().actor().token()).isNotNull());
    }

    @Test
    void theSameRequestUnderOneKeyGivesOneCheckHoweverOftenItComes() throws Exception {
        Map<String, byte[]> files = sample("padang/clean.csv");
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(threads.submit(() -> client.postFiles(CHECKS, files, AS_OF, "Idempotency-Key", "padang-1")));
            }
            Set<String> locations = new HashSet<>();
            for (Future<Answer> each : asked) {
                assertThat(each.get().status()).isEqualTo(202);
                locations.add(each.get().header("Location"));
            }
            assertThat(locations).hasSize(1);
        } finally {
            threads.shutdown();
        }
        Answer other = client.postFiles(CHECKS, sample("padang/violations.csv"), AS_OF, "Idempotency-Key", "padang-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-used");
    }

    @Test
    void onlyTokensLetIn() {
        WebClient browser = WebClient.signedIn(server, RunningServer.NAME, RunningServer.PASSWORD);
        assertThat(browser.get(CHECKS).statusCode()).isEqualTo(401);
        Answer stranger = new ApiClient(server, null).get(CHECKS);
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"patuh\"");
        Answer wrong = new ApiClient(server, client.token().replaceAll(".$", "!")).get(CHECKS);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).endsWith("error=\"invalid_token\"");
        assertThat(wrong.header("Set-Cookie")).isNull();

        ApiClient shortLived = ApiClient.of(server);
        assertThat(shortLived.get(CHECKS).status()).isEqualTo(200);
        Tokens tokens = server.bean(Tokens.class);
        long number = tokens.check(shortLived.token()).orElseThrow().token().number();
        tokens.revoke(number, Actor.signedIn(server.bean(Accounts.class).get(RunningServer.NAME), "127.0.0.1"));
        assertThat(shortLived.get(CHECKS).status()).isEqualTo(401);
    }

    @Test
    void whatGoesWrongIsToldAsProblems() {
        assertThat(problem(client.get("/api/v1/nope"))).isEqualTo("404 not-found");
        assertThat(problem(client.get("/api/v2"))).isEqualTo("404 not-found");
        assertThat(problem(client.get(CHECKS + "/AAAAAAAAAAAAAAAAAAAAAA"))).isEqualTo("404 not-found");
        Answer method = client.send("DELETE", CHECKS, BodyPublishers.noBody());
        assertThat(problem(method)).isEqualTo("405 method-not-allowed");
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        assertThat(problem(client.get(CHECKS, "Accept", "text/html"))).isEqualTo("406 not-acceptable");
        assertThat(problem(client.send("POST", CHECKS, BodyPublishers.ofString("{}"), "Content-Type", "text/plain")))
                .isEqualTo("415 unsupported-media-type");
        assertThat(problem(client.postFiles(CHECKS, Map.of(), AS_OF))).isEqualTo("422 refused");
        String waivers = "/api/v1/units/x/waivers";
        assertThat(problem(client.postJson(waivers, "\"" + "a".repeat(70_000) + "\"")))
                .isEqualTo("413 too-large");
        Answer broken = client.postJson(waivers, "{\"target\": {\"kasus\": \"1\"}}");
        assertThat(problem(broken)).isEqualTo("400 invalid-request");
        assertThat(broken.json().at("/errors/0/pointer").stringValue()).isEqualTo("/target/kasus");
        assertThat(client.postJson(waivers, "{\"until\": \"besok\"}").json().get("errors"))
                .hasSize(4);
        assertThat(problem(client.postJson(waivers, "{\"target\": "))).isEqualTo("400 invalid-request");
    }

    private static String problem(Answer answer) {
        assertThat(answer.json().get("status").intValue()).isEqualTo(answer.status());
        return answer.status() + " " + answer.problem();
    }

    @Test
    void parametersThatCannotBeReadAreAllNamedAtOnce() {
        Answer unknown = client.get(CHECKS + "?severty=major&limit=5&limit=6", "Accept-Language", "en");
        assertThat(problem(unknown)).isEqualTo("400 invalid-request");
        assertThat(list(unknown.json().get("errors")).stream()
                        .map(error -> error.get("parameter").stringValue()))
                .containsExactlyInAnyOrder("severty", "limit");
        assertThat(unknown.header("Content-Language")).isEqualTo("en");
        assertThat(unknown.json().get("title").stringValue()).isEqualTo("The request cannot be read");

        Answer bad = client.postFiles(
                CHECKS,
                Map.of("a.csv", new byte[] {1}),
                Map.of("asOf", "kemarin", "zone", "Bulan"),
                "Idempotency-Key",
                "a b");
        assertThat(bad.json().get("errors")).hasSize(3);
        assertThat(bad.json().at("/errors/2/header").stringValue()).isEqualTo("Idempotency-Key");
        assertThat(client.get(CHECKS + "?limit=1001")
                        .json()
                        .at("/errors/0/reason")
                        .stringValue())
                .contains("1001", "1000");
    }

    @Test
    void nothingFromInsideIsToldWhereTheProgramFails() {
        server.store().write(transaction -> transaction.change("ALTER TABLE life_run RENAME TO life_run_away"));
        try {
            Answer answer = client.get("/api/v1/units");
            assertThat(problem(answer)).isEqualTo("500 internal-error");
            assertThat(answer.json().get("incident").stringValue()).hasSize(8);
            assertThat(answer.body()).doesNotContainIgnoringCase("life_run");
        } finally {
            server.store().write(transaction -> transaction.change("ALTER TABLE life_run_away RENAME TO life_run"));
        }
    }

    @Test
    void aTokenThatAsksTooOftenIsToldWhenToGoOn() {
        ApiClient busy = ApiClient.of(server);
        Answer first = busy.get("/api/v1/nope");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("599");
        Answer last = first;
        for (int i = 1; i <= 600; i++) {
            last = busy.get("/api/v1/nope");
        }
        assertThat(problem(last)).isEqualTo("429 too-many-requests");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
        assertThat(client.get("/api/v1/nope").status()).isEqualTo(404);
    }

    /** Such as no handler, and no filter, ever sees. */
    @Test
    void addressesThatAreNoneAreProblemsToo() throws IOException {
        URI address = URI.create(server.address(""));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "/api#invalid-request");
        }
    }

    @Test
    void tooManyFilesAreRefused() {
        Answer many = client.postFiles(CHECKS, files(201), Map.of());
        assertThat(problem(many)).isEqualTo("413 too-large");
        assertThat(many.json().get("reason").stringValue()).isEqualTo("api-files-many");
        assertThat(problem(client.postFiles(CHECKS, files(300), Map.of()))).isEqualTo("413 too-large");
    }

    private static Map<String, byte[]> files(int count) {
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < count; i++) {
            files.put(i + ".csv", new byte[] {1});
        }
        return files;
    }

    @Test
    void aFormThatIsCutOffIsTheFaultOfWhoSentIt() {
        Answer cut = client.send(
                "POST",
                CHECKS,
                BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nabc"),
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(problem(cut)).isEqualTo("400 invalid-request");
    }

    @Test
    void filesForAUnitNeedThePermissionForIt() throws Exception {
        ApiClient bound = ApiClient.ofNew(server, "terikat", Role.AUDITOR, Reach.over(Set.of("Dinas A")));
        Map<String, byte[]> files = sample("padang/clean.csv");
        assertThat(bound.postFiles(CHECKS, files, Map.of("scope", "Dinas B")).status())
                .isEqualTo(404);
        ApiClient trial = ApiClient.of(server, "terikat", EnumSet.of(Permission.CHECK), Reach.over(Set.of("Dinas A")));
        assertThat(trial.postFiles(CHECKS, files, Map.of("scope", "Dinas A")).status())
                .isEqualTo(403);
        assertThat(client.postFiles(CHECKS, files, Map.of("scope", "Dinas Z")).problem())
                .isEqualTo("refused");
        assertThat(client.postFiles(CHECKS, files, Map.of("scope", "Dinas Z", "newScope", "ja"))
                        .problem())
                .isEqualTo("invalid-request");
        JsonNode check =
                done(bound.postFiles(CHECKS, files, Map.of("scope", "Dinas A")).header("Location"));
        assertThat(check.get("run").intValue()).isEqualTo(1);
        assertThat(check.at("/taken/0/outcome").stringValue()).isEqualTo("taken");
        assertThat(bound.get("/api/v1/units/Dinas%20A").json().at("/run/run").intValue())
                .isEqualTo(1);
    }
}
