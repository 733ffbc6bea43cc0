package id.patuh.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.store.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What people do who look after units that are checked each night. */
class UnitJourneysTest {

    private static final String PASSWORD = "kuda baterai benar";
    private static final String CHOSEN = "jembatan tua di kali";

    private static RunningServer server;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(TestDatabase.H2).settled();
        server.inboxes(folder)
                .drop("UKPBJ", "b276/violations.csv", "surveys/ukpbj-2026-s1.csv", "follow-up/rtl-2026.json")
                .drop("Kota Padang", "padang/violations.csv", "surveys/published.csv")
                .night(LocalDate.of(2026, 11, 20))
                .night(LocalDate.of(2026, 11, 21));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aLeaderGoesFromTheOverviewToTheUnitAndItsSurvey() {
        server.add("bupati", PASSWORD, EnumSet.of(Role.VIEWER), Reach.EVERYWHERE);
        try (BrowserContext context = Browser.open(new NewContextOptions())) {
            Page page = Journeys.signedIn(server, context, "bupati", PASSWORD);
            assertThat(page.locator("ol.units > li")).hasCount(2);
            // What is heavier stands first.
            assertThat(page.locator("ol.units > li").first()).containsText("kritis");
            assertThat(page.locator("ol.units > li").first()).containsText("tidak ada berkas di kotak masuk");
            Journeys.link(page, "UKPBJ").click();

            assertThat(page.locator(".verdict")).containsText("ADA PELANGGARAN");
            assertThat(page.locator("svg[role=img]:visible").first()).isVisible();
            Journeys.link(page, "Survei").click();
            Journeys.link(page, "UKPBJ, B276")
                    .or(Journeys.link(page, "UKPBJ"))
                    .last()
                    .click();
            assertThat(page.locator("figure").first()).containsText("SKM-UKPBJ-2026-S1");
            assertThat(page.locator("tbody").last()).containsText("88,57");

            Journeys.link(page, "Survei UKPBJ").click();
            Journeys.link(page, "Temuan").click();
            page.locator("ol.violations a").first().click();
            assertThat(page.locator("main form")).hasCount(0);
        }
    }

    @Test
    void whatIsDamagedInOneUnitHidesNoOther() {
        byte[] grade = server.store()
                .read(transaction -> transaction
                        .find(
                                "SELECT content FROM survey_grade WHERE id = (SELECT MIN(id) FROM survey_grade)",
                                row -> row.getBytes("content"))
                        .orElseThrow());
        WebClient client = WebClient.signedIn(server, RunningServer.NAME, RunningServer.PASSWORD);
        damage(new byte[] {0});
        try {
            HttpResponse<String> overview = client.get("/");
            assertThat(overview.statusCode()).isEqualTo(200);
            assertThat(overview.body()).contains("UKPBJ", "Kota Padang", "survey_grade");
        } finally {
            damage(grade);
        }
        assertThat(client.get("/").body()).doesNotContain("survey_grade");
    }

    private static void damage(byte[] grade) {
        server.store()
                .write(transaction -> transaction.change(
                        "UPDATE survey_grade SET content = ? WHERE id = (SELECT MIN(id) FROM survey_grade)", grade));
    }

    @Test
    void whatAUnitPublishedStandsBesideWhatWasComputed() {
        WebClient client = WebClient.signedIn(server, RunningServer.NAME, RunningServer.PASSWORD);
        String page = client.get("/units/Kota%20Padang/surveys/1").body();
        assertThat(page).contains("IKM yang dihitung", "88,75 A", "IKM yang diumumkan unit", "87,86 B");
    }

    @Test
    void aWaiverHoldsOnceSomebodyElseApproves() {
        server.add("ani", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.EVERYWHERE);
        server.add("budi", PASSWORD, EnumSet.of(Role.QUALITY_MANAGER), Reach.over(Set.of("UKPBJ")));
        try (BrowserContext auditor = Browser.open(new NewContextOptions());
                BrowserContext manager = Browser.open(new NewContextOptions())) {
            Page page = Journeys.signedIn(server, auditor, "ani", PASSWORD);
            Journeys.link(page, "UKPBJ").click();
            Journeys.link(page, "approval-bypassed").click();
            page.locator("ol.violations a").first().click();
            String violation = page.url();
            page.locator("#comment").fill("Kepala sedang dinas luar. <script>alert(1)</script>");
            Journeys.button(page, "Tambahkan komentar").click();
            assertThat(page.locator(".told")).containsText("Komentar tersimpan");
            assertThat(page.locator(".said").first()).containsText("<script>alert(1)</script>");
            page.locator("#assignee").selectOption("budi");
            Journeys.button(page, "Tugaskan").click();
            assertThat(page.locator("dl").first()).containsText("budi");

            page.getByText("Ajukan pengecualian").first().click();
            LocalDate today = LocalDate.now(RunningServer.ZONE);
            page.locator("#until").fill(today.minusDays(1).toString());
            page.locator("#until").evaluate("field => field.removeAttribute('min')");
            page.locator("#reason").fill("gempa bumi");
            page.locator("#basis").fill("Keputusan Bupati 12/2026");
            Journeys.button(page, "Ajukan pengecualian").click();
            assertThat(page.locator(".problem")).isVisible();
            assertThat(page.locator("#reason")).hasValue("gempa bumi");
            page.locator("#until").fill(today.plusDays(5).toString());
            Journeys.button(page, "Ajukan pengecualian").click();
            assertThat(page.locator(".told")).containsText("menunggu persetujuan");

            Page other = Journeys.signedIn(server, manager, "budi", PASSWORD);
            assertThat(other.locator("ol.units > li")).hasCount(1);
            other.getByText("Pengecualian menunggu persetujuan: 1").click();
            Journeys.button(other, "Setujui").click();
            assertThat(other.locator("article .state").first()).containsText("berlaku");

            page.navigate(violation);
            assertThat(page.getByText(Pattern.compile("Pengecualian \\d+")).locator(".."))
                    .containsText("berlaku");
            // By day as on the pages of the unit, before any other night.
            page.navigate(server.address("/"));
            assertThat(page.locator("ol.units > li").first()).containsText("1 kritis");
            page.navigate(server.address("/units/UKPBJ/violations?state=open&waived=yes"));
            assertThat(page.locator("ol.violations > li")).hasCount(1);
            page.navigate(server.address("/units/UKPBJ/waivers"));
            assertThat(Journeys.button(page, "Setujui")).hasCount(0);
        }
        WebClient requester = WebClient.signedIn(server, "ani", PASSWORD);
        assertThat(requester
                        .get("/units/UKPBJ/violations.csv?state=open&assignee=budi")
                        .body())
                .contains("approval-bypassed")
                .doesNotContain("step-late");
    }

    @Test
    void whoeverIsBoundToAUnitSeesNothingOfAnother() {
        try (BrowserContext context = Browser.open(new NewContextOptions())) {
            Page page = Journeys.signedIn(server, context, RunningServer.NAME, RunningServer.PASSWORD);
            page.navigate(server.address("/accounts/add"));
            page.locator("#name").fill("citra");
            page.locator("input[name=roles][value=quality-manager]").check();
            page.locator("input[name=scopes][value='Kota Padang']").check();
            page.locator("main form button").first().click();
            String given = page.locator(".secret").textContent().strip();

            try (BrowserContext own = Browser.open(new NewContextOptions())) {
                Page hers = Journeys.signedIn(server, own, "citra", given);
                hers.locator("#present").fill(given);
                hers.locator("#wanted").fill(CHOSEN);
                hers.locator("#again").fill(CHOSEN);
                hers.locator("main form button").first().click();
                assertThat(hers.locator("ol.units > li")).hasCount(1);
                assertThat(hers.locator("ol.units")).not().containsText("UKPBJ");
                Journeys.link(hers, "Kota Padang").click();
                assertThat(hers.locator("h1")).hasText("Kota Padang");
                hers.navigate(server.address("/units/UKPBJ"));
                assertThat(hers.locator("h1")).containsText("tidak ditemukan");
            }
        }
        WebClient citra = WebClient.signedIn(server, "citra", CHOSEN);
        WebClient admin = WebClient.signedIn(server, RunningServer.NAME, RunningServer.PASSWORD);
        String token = citra.token();
        for (String path : ofUnits("GET")) {
            assertThat(citra.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : ofUnits("POST")) {
            assertThat(citra.send("POST", path, token).statusCode()).as(path).isEqualTo(404);
        }
        // The unit is there, for whoever may see it.
        for (String path : List.of("", "/violations", "/violations.csv", "/trend.csv", "/surveys.csv", "/surveys/1")) {
            assertThat(admin.get("/units/UKPBJ" + path).statusCode()).as(path).isEqualTo(200);
        }
    }

    /** Every address of units, as the server's own table has them, of a unit that is there. */
    private static List<String> ofUnits(String method) {
        return server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .anyMatch(each -> each.name().equals(method)))
                .filter(mapping -> mapping.getConsumesCondition().isEmpty())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                // Programs come with tokens, which their own tests hold to their reach.
                .filter(path -> path.contains("{scope}") && !path.startsWith("/api/"))
                .map(path -> path.replace("{scope}", "UKPBJ")
                        .replace("{number}", "1")
                        .replaceAll("\\{[^}]+}", "x"))
                .toList();
    }
}
