package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.store.TestDatabase;
import id.patuh.submission.Seen;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody does who wants to break in, or to break the server; most of it signed in, since files are taken of nobody else. */
class HostileWebTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String PICTURE = "<img src=x onerror=alert(2)>";

    private static RunningServer server;
    private static WebClient admin;

    @BeforeAll
    static void start() {
        server = new RunningServer(TestDatabase.H2).settled();
        admin = WebClient.signedIn(server, RunningServer.NAME, RunningServer.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Submission checked(String name, byte[] content) throws InterruptedException {
        HttpResponse<String> answer = admin.postBytes("/checks", name, content, admin.token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        String code = location.substring(location.lastIndexOf('/') + 1);
        while (true) {
            Submission submission = new Submissions(server.store())
                    .find(code, new Seen(RunningServer.NAME, null))
                    .orElseThrow();
            if (submission.state().isOver()) {
                return submission;
            }
            Thread.sleep(20);
        }
    }

    /** Whatever a cell or the name of a file says, no page and no report makes mark-up of it. */
    @Test
    void textsOfFilesStayTexts() throws Exception {
        String log = "case,sop,step,executor,unit,start,end\n"
                + "\"%s\",B276,1,\"%s\",\"%s\",2026-01-05 08:00,2026-01-05 09:00\n".formatted(SCRIPT, PICTURE, SCRIPT)
                + "\"%s\",B276,3,\"%s\",\"%s\",2026-03-05 08:00,yesterday %s\n"
                        .formatted(SCRIPT, PICTURE, SCRIPT, PICTURE);
        Submission submission = checked("..\\..\\" + PICTURE + ".csv", log.getBytes(StandardCharsets.UTF_8));
        String check = "/checks/" + submission.code();
        assertThat(admin.get(check + "/result").body()).contains("&lt;script&gt;alert(1)");
        for (String path : List.of(
                "/checks",
                check + "/result",
                check + "/result?text="
                        + "%3Cscript%3Ealert(1)%3C%2Fscript%3E&unit=%22%3E%3Cimg%20src%3Dx%20onerror%3D1%3E",
                check + "/violations/1",
                check + "/violations/1/timeline",
                check + "/report.html",
                "/audit?account=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/nope/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/login?back=%2F%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")) {
            HttpResponse<String> page = admin.get(path);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain(SCRIPT)
                    .doesNotContain("<img src=x")
                    .doesNotContain("..\\..");
            assertThat(page.statusCode()).as(path).isLessThan(500);
        }
        assertThat(admin.get("/checks").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'"));
        HttpResponse<String> report = admin.get(check + "/report.html");
        assertThat(report.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("attachment").doesNotContain("img"));
        assertThat(report.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void noEntityOfXmlIsFollowed() throws Exception {
        String log = "<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/passwd\">"
                + "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<log><trace><string key=\"concept:name\" value=\"&x;&b;\"/><event>"
                + "<string key=\"concept:name\" value=\"&x;\"/></event></trace></log>";
        Submission submission = checked("log.xes", log.getBytes(StandardCharsets.UTF_8));
        String body = admin.get("/checks/" + submission.code() + "/report.json").body();
        assertThat(body).doesNotContain("root:").doesNotContain("aaaaaaaaaaaaaaaaaaaa");
    }

    /** A small file that is large once it is unpacked ends as a check that tells so, and the server goes on. */
    @Test
    void workbooksThatAreBombsAreRefused() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String name : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                byte[] some = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 100; i++) {
                    zip.write(some);
                }
                zip.closeEntry();
            }
        }
        Submission submission = checked("bomb.xlsx", packed.toByteArray());
        assertThat(admin.get("/checks/" + submission.code() + "/result").body())
                .contains("bomb.xlsx")
                .doesNotContain("class=\"verdict clean\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2f..%2ftexts.properties",
                "/assets/%2e%2e/texts.properties",
                "/assets/..%5c..%5ctexts.properties",
                "/assets//etc/passwd",
                "/checks/..%2f..%2fetc%2fpasswd/result",
                "/checks/x/report.json%0d%0aX-Evil:%201",
                "/checks/x/report.json;/../result",
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/env",
                "/error",
                "/error?x=%00"
            })
    void pathsLeadNowhereElse(String path) {
        HttpResponse<String> answer = admin.get(path);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
        assertThat(answer.body()).doesNotContain("root:").doesNotContain("accounts.add=");
    }

    /** What Tomcat cannot read of a query is the sender's fault, to people and programs alike. */
    @ParameterizedTest
    @ValueSource(strings = {"?text=%zz", "?text=%", "?text=%f"})
    void parametersThatAreNoneAreRefused(String query) throws IOException {
        ApiClient program = ApiClient.of(server);
        assertThat(raw("/login" + query, "")).contains(" 400").contains("</html>");
        assertThat(raw("/api/v1/checks" + query, "Authorization: Bearer " + program.token() + "\r\n"))
                .contains(" 400")
                .contains("/api#invalid-request");
    }

    /** As it is: the client of Java refuses to send it. */
    private static String raw(String path, String header) throws IOException {
        URI address = URI.create(server.address("/"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Nobody is led to the host that a request names, which a proxy might remember for others. */
    @Test
    void theHostOfARequestIsNotBelieved() throws IOException {
        URI address = URI.create(server.address("/"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                                    + "X-Forwarded-For: 1.2.3.4\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList()
                    .toString();
            assertThat(answer).contains("302").doesNotContain("evil.example");
        }
    }

    /** Nobody can be signed in by a form of another site, as somebody else who then sees what he does. */
    @Test
    void signingInIsNotForged() {
        WebClient victim = new WebClient(server);
        Map<String, String> form = Map.of("name", RunningServer.NAME, "password", RunningServer.PASSWORD);
        HttpResponse<String> answer = victim.postForm("/login", form, null);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?ended");
        assertThat(victim.session()).isNull();
    }

    /** A form with more parts than any page sends. */
    @Test
    void moreFilesThanAreTakenAreRefusedWithAReason() {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 1_100; i++) {
            parts.append("\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a")
                    .append(i)
                    .append(".csv\"\r\n\r\ncase");
        }
        HttpResponse<String> answer =
                admin.postBytes("/checks", "a.csv", ("case" + parts).getBytes(StandardCharsets.UTF_8), admin.token());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("terlalu");
    }

    /** Signs that databases do not keep, wherever somebody can put them. */
    @ParameterizedTest
    @EnumSource
    void oddSignsNeverBreakAPage(TestDatabase database) throws Exception {
        try (RunningServer fresh = new RunningServer(database).settled()) {
            WebClient client = WebClient.signedIn(fresh, RunningServer.NAME, RunningServer.PASSWORD);
            for (String path : List.of(
                    "/audit?account=%00",
                    "/audit?account=%ED%A0%80&action=%00",
                    "/accounts/change?name=%00",
                    "/checks/%00/result",
                    "/checks/a%ED%A0%80",
                    "/login?back=%00")) {
                assertThat(client.get(path).statusCode()).as(path).isLessThan(500);
            }
            HttpResponse<String> answer = client.postForm(
                    "/accounts/add",
                    Map.of("name", "a\0b", "shownName", "\0", "furtherScope", "x\0", "roles", "auditor"));
            assertThat(answer.statusCode()).isLessThan(500);
            String log = "case,sop,step,start,end\nX\0-1,B276,1,2026-01-05 08:00,2026-01-05 09:00\n";
            HttpResponse<String> sent = client.postFile("/checks", "a.csv", log, client.token());
            assertThat(sent.statusCode()).isEqualTo(302);
            String page = sent.headers().firstValue("Location").orElseThrow();
            String path = page.substring(page.indexOf("/checks"));
            for (int tries = 0; client.get(path).statusCode() == 200 && tries < 600; tries++) {
                Thread.sleep(20);
            }
            assertThat(client.get(path + "/result?text=%00&unit=%00").statusCode())
                    .isEqualTo(200);
        }
    }
}
