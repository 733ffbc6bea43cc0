package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEntry;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are handed in for a unit: by whom, for which, and where they end up. */
class UnitHandInTest {

    private static final String PASSWORD = "kuda baterai benar";

    private static RunningServer server;
    private static String log;

    @BeforeAll
    static void start() throws IOException {
        server = new RunningServer(TestDatabase.H2).settled();
        server.add("ani", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.EVERYWHERE);
        server.add("bayu", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.over(Set.of("Dinas B")));
        server.add("cici", PASSWORD, EnumSet.of(Role.RULE_ENGINEER), Reach.EVERYWHERE);
        log = Files.readString(Path.of("sample-data/b276/violations.csv"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aUnitThatNobodyKnowsIsNewOnlyWhereThatIsSaid() throws Exception {
        WebClient ani = WebClient.signedIn(server, "ani", PASSWORD);
        HttpResponse<String> misspelt = handIn(ani, Map.of("unit", "Dinas A", "sop", "B276"));
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(misspelt.body()).contains("Belum ada unit bernama Dinas A").contains("value=\"B276\"");
        assertThat(book().last("Dinas A")).isEmpty();

        HttpResponse<String> taken = handIn(ani, Map.of("unit", " Dinas A ", "newUnit", "true"));
        assertThat(taken.statusCode()).isEqualTo(302);
        String check = location(taken);
        assertThat(resultOf(ani, check)).contains("Masuk ke data Dinas A").contains("perkara baru");
        assertThat(book().last("Dinas A").orElseThrow().counts().open()).isNotEmpty();
        assertThat(ani.get("/checks").body()).contains("<option value=\"Dinas A\">");

        // Whoever is bound to another unit sees nothing of it.
        WebClient bayu = WebClient.signedIn(server, "bayu", PASSWORD);
        assertThat(bayu.get(check + "/result").statusCode()).isEqualTo(404);
        assertThat(bayu.get("/checks").body()).doesNotContain("Dinas A").contains("Dinas B");
        String code = check.substring(check.lastIndexOf('/') + 1);
        List<AuditEntry> entries = server.bean(AuditTrail.class).read(AuditFilter.ALL, null, 100);
        assertThat(entries)
                .filteredOn(entry -> entry.event().action() == AuditAction.SUBMIT)
                .anyMatch(entry -> code.equals(entry.event().object())
                        && "Dinas A".equals(entry.event().details().get("scope")));
    }

    @Test
    void nobodyHandsInForAUnitThatIsNotHis() {
        WebClient bayu = WebClient.signedIn(server, "bayu", PASSWORD);
        HttpResponse<String> foreign = handIn(bayu, Map.of("unit", "Dinas C", "newUnit", "true"));
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.body()).contains("Tidak ada unit Dinas C");
        assertThat(handIn(bayu, Map.of("unit", "Dinas B")).statusCode()).isEqualTo(302);

        WebClient cici = WebClient.signedIn(server, "cici", PASSWORD);
        assertThat(cici.get("/checks").body()).doesNotContain("name=\"unit\"");
        assertThat(handIn(cici, Map.of("unit", "Dinas C", "newUnit", "true")).statusCode())
                .isEqualTo(400);
        assertThat(book().last("Dinas C")).isEmpty();
    }

    /** However many items a plan has, a page shows some of each quarter. */
    @Test
    void ofManyFollowUpsAPageShowsSomeAndLeadsToTheRest(@TempDir Path folder) throws Exception {
        String plan = IntStream.range(0, 30)
                .mapToObj(i -> "{\"id\": \"X" + i + "\", \"element\": \"Waktu Penyelesaian\", \"activity\": \"Kegiatan "
                        + i + "\", \"quarters\": [\"TW II\"], \"owner\": \"Sekretariat\"}, ")
                .collect(Collectors.joining());
        String sample = Files.readString(Path.of("sample-data/follow-up/rtl-2026.json"));
        Path many = Files.writeString(
                folder.resolve("rtl.json"), sample.replaceFirst("\"plan\": \\[", "\"plan\": [" + plan));
        server.checkedFor("Dinas R", many);

        WebClient ani = WebClient.signedIn(server, "ani", PASSWORD);
        String board = ani.get("/units/Dinas%20R/follow-ups").body();
        assertThat(board.split("Kegiatan \\d")).hasSize(20 + 1);
        assertThat(board).contains("quarter=2026-2", "Tampilkan 10 lainnya");
        String quarter = ani.get("/units/Dinas%20R/follow-ups?quarter=2026-2").body();
        assertThat(quarter.split("Kegiatan \\d")).hasSize(30 + 1);
        assertThat(quarter).doesNotContain("lainnya");
    }

    /** Names are those of folders, too, and stand in addresses. */
    @Test
    void aUnitHasANameThatLeadsNowhereElse() throws Exception {
        WebClient ani = WebClient.signedIn(server, "ani", PASSWORD);
        for (String name : List.of("..", ".hidden", "a/b", "../a", "a\\b", "a\nb", "a;b")) {
            HttpResponse<String> refused = handIn(ani, Map.of("unit", name, "newUnit", "true"));
            assertThat(refused.statusCode()).as(name).isEqualTo(400);
            assertThat(refused.body()).contains("tidak dapat dipakai");
        }
        String odd = "Seksi 50%, \"Umum\" & <b>Lain?#+";
        String check = location(handIn(ani, Map.of("unit", odd, "newUnit", "true")));
        String result = resultOf(ani, check);
        String unit =
                result.replaceFirst("(?s).*href=\"(/units/[^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(URLDecoder.decode(unit.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo("/units/" + odd);
        for (String path : List.of(unit, unit + "/violations", unit + "/surveys", unit + "/follow-ups")) {
            HttpResponse<String> page = ani.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<b>Lain");
        }
    }

    @Test
    void aUnitIsJudgedAsOfNow() {
        WebClient ani = WebClient.signedIn(server, "ani", PASSWORD);
        HttpResponse<String> past = handIn(ani, Map.of("unit", "Dinas D", "newUnit", "true", "asOf", "2026-01-05"));
        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(past.body()).contains("dinilai per sekarang").contains("value=\"2026-01-05\"");
        assertThat(handIn(ani, Map.of("unit", "Dinas\u0000D", "newUnit", "true"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aNewcomerSeesALivingSystem() throws Exception {
        try (RunningServer fresh = new RunningServer(TestDatabase.H2).settled()) {
            WebClient admin = WebClient.signedIn(fresh, RunningServer.NAME, RunningServer.PASSWORD);
            assertThat(admin.get("/").body()).contains("Muat data contoh");
            assertThat(admin.postForm("/samples", Map.of()).statusCode()).isEqualTo(302);
            LifeBook book = new LifeBook(fresh.store());
            for (int tries = 0; book.lasts().size() < 5 && tries < 1200; tries++) {
                Thread.sleep(50);
            }
            assertThat(book.lasts())
                    .allMatch(run -> run.counts().groups() > 0)
                    .extracting(LifeRun::scope)
                    .containsExactly(
                            "Contoh BP3MI",
                            "Contoh Karanganyar",
                            "Contoh Padang",
                            "Contoh SOP B276",
                            "Contoh SOP B278");
            assertThat(admin.get("/").body()).contains("Contoh Padang").doesNotContain("Muat data contoh");
            assertThat(admin.postForm("/samples", Map.of()).statusCode()).isEqualTo(404);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static HttpResponse<String> handIn(WebClient client, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", client.token());
        return client.postFile("/checks", all, "log.csv", log);
    }

    private static String resultOf(WebClient client, String check) throws InterruptedException {
        HttpResponse<String> answer = client.get(check + "/result");
        for (int tries = 0; answer.statusCode() != 200 && tries < 600; tries++) {
            Thread.sleep(50);
            answer = client.get(check + "/result");
        }
        return answer.body();
    }

    private static LifeBook book() {
        return new LifeBook(server.store());
    }
}
