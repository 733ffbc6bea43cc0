package id.patuh.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.facts.Facts;
import id.patuh.facts.SavedMapping;
import id.patuh.facts.SavedMappings;
import id.patuh.facts.StoredCase;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.sop.ActivityRecord;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;

/** What an auditor does whose unit exports its log from a system that nobody knows: once, and never again. */
class MappingJourneyTest {

    private static final String PASSWORD = "kuda baterai benar";
    private static final String UNIT = "Dinas A";

    /** All days might as well be months. */
    private static final String LOG = """
            Rekap tiket
            No. Tiket;Tahap;Dibuka pada;Tuntas pada;Petugas Loket;Posisi;Status akhir
            %1$s-1;1;03/02/2026 08:30;03/02/2026 09:00;Rani;Kepala UKPBJ;
            %1$s-1;2;03/02/2026 09:30;03/02/2026 10:00;Budi;Tim Survey Kepuasan Pengguna Layanan;
            %1$s-1;3;03/03/2026 08:00;03/03/2026 08:20;Rani;Kepala UKPBJ;Oke
            %1$s-2;1;03/04/2026 08:30;03/04/2026 09:00;Rani;Kepala UKPBJ;
            """;

    private static RunningServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = new RunningServer(TestDatabase.H2).settled();
        server.add("ani", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.EVERYWHERE);
        server.add("bayu", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.over(Set.of("Dinas B")));
        server.add("vina", PASSWORD, EnumSet.of(Role.VIEWER), Reach.EVERYWHERE);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void columnsAreCorrectedOnceAndReadFromThenOn() throws Exception {
        try (BrowserContext context = Browser.open(new NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(server.address("/checks"));
            Journeys.signIn(page, "ani", PASSWORD);
            handIn(page, "T", true);
            assertThat(page.locator("body")).containsText("Tidak semuanya terbaca");

            page.locator("summary:text(\"Berkas yang dibaca\")").click();
            page.locator("details[open] .files a").click();
            assertThat(page.locator("main")).containsText("Tidak dikenali");
            assertThat(page.locator("main")).containsText("Setiap tanggal dapat dibaca hari dahulu atau bulan dahulu");
            assertThat(column(page, "Dibuka pada")).hasValue("start");
            column(page, "Posisi").selectOption("role");
            column(page, "Status akhir").selectOption("decision");
            page.locator("#times").fill("bulan");
            preview(page);
            assertThat(page.locator("#times")).hasAttribute("aria-invalid", "true");

            page.locator("#times").fill("M/d/yyyy H:mm");
            page.locator("#constant-sop").fill("B276");
            page.getByLabel("Oke", new Page.GetByLabelOptions().setExact(true)).selectOption("approve");
            preview(page);
            Locator first = page.locator("table:has(#activities) tbody tr").nth(2);
            assertThat(first).containsText("2026-03-03 08:00");
            assertThat(first).containsText("approve");
            assertThat(page.locator("main")).containsText("4 terbaca, 0 ditolak");

            page.locator("#name").fill("Aplikasi tiket");
            page.locator("#unit").selectOption(UNIT);
            page.locator("input[name=again]").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Simpan untuk unit"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/result"));
            assertReadBySaved(page);
            assertThat(startOf("T-1")).isEqualTo(Instant.parse("2026-03-02T01:30:00Z"));

            handIn(page, "U", false);
            assertReadBySaved(page);
            assertThat(startOf("U-2")).isEqualTo(Instant.parse("2026-03-04T01:30:00Z"));

            Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(UNIT));
            Files.writeString(inbox.resolve("malam.csv"), LOG.formatted("V"));
            server.inboxes(folder).night(LocalDate.now().plusDays(1));
            assertThat(startOf("V-2")).isEqualTo(Instant.parse("2026-03-04T01:30:00Z"));

            page.navigate(server.address("/units/Dinas%20A"));
            assertThat(page.locator("main")).not().containsText("tidak dibaca dengannya");

            takenAway(page);
        }
    }

    /** Whoever hands in what the saved mapping no longer fits is told, by day and by night; nothing is read otherwise in silence. */
    @Test
    void aTableThatASavedMappingNoLongerFitsIsTold() throws Exception {
        String unit = "Dinas K";
        String file =
                "times: [M/d/yyyy H:mm]\ncolumns: {case: No. Tiket, step: Tahap, start: Dibuka pada, end: Tuntas pada}\n"
                        + "constants: {sop: B276}\n";
        WebClient ani = WebClient.signedIn(server, "ani", PASSWORD);
        String check = handedIn(ani, LOG.formatted("K"), Map.of("unit", unit, "newUnit", "true"));
        Map<String, String> form = new HashMap<>(Map.of("text", file, "name", "Tiket", "unit", unit));
        for (String path : List.of("/save", "/try")) {
            HttpResponse<String> refused = ani.postForm(check + "/files/1" + path, form);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Kolom Petugas Loket, Posisi, Status akhir belum disebut");
        }
        assertThat(server.bean(SavedMappings.class).current(unit)).isEmpty();
        form.put("text", file + "ignore: [Petugas Loket, Posisi, Status akhir]\n");
        assertThat(ani.postForm(check + "/files/1/save", form).statusCode()).isEqualTo(302);

        String grown = LOG.formatted("K").replace("Status akhir\n", "Status akhir;Catatan\n");
        String reason =
                "Pemetaan kolom “Tiket v1” tidak dipakai bagi tabel ini: pemetaan itu tidak menyebut kolom Catatan.";
        String byDay = handedIn(ani, grown, Map.of("unit", unit));
        assertThat(ani.get(byDay + "/result").body()).contains(reason);
        assertThat(ani.get(byDay + "/report.json").body()).contains(reason);
        // All that is left to say is what the new column is.
        assertThat(ani.get(byDay + "/files/1").body())
                .contains("M/d/yyyy H:mm")
                .contains("value=\"B276\"")
                .containsPattern("value=\"start\" selected");

        Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(unit));
        Files.writeString(inbox.resolve("malam.csv"), grown);
        server.inboxes(folder).night(LocalDate.now().plusDays(1));
        assertThat(ani.get("/units/Dinas%20K").body()).contains("malam.csv").contains(reason);
        assertThat(ani.get("/").body())
                .contains("tidak dibaca dengan pemetaan kolom unit ini karena kolomnya berbeda: 1.");
    }

    private static Locator column(Page page, String header) {
        return page.getByLabel(header);
    }

    private static void preview(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lihat hasil bacaan"))
                .click();
    }

    private void handIn(Page page, String cases, boolean isNew) throws Exception {
        Path log = Files.writeString(folder.resolve(cases + ".csv"), LOG.formatted(cases));
        page.navigate(server.address("/checks"));
        page.locator("#files").setInputFiles(log);
        page.locator("#unit").fill(UNIT);
        if (isNew) {
            page.locator("input[name=newUnit]").check();
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Periksa"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/result"));
    }

    private static void assertReadBySaved(Page page) {
        page.locator("summary:text(\"Berkas yang dibaca\")").click();
        assertThat(page.locator("table:has(#inputs)")).containsText("Dibaca dengan pemetaan kolom “Aplikasi tiket v1”");
    }

    private static Instant startOf(String number) {
        List<StoredCase> versions = new Facts(server.store()).versions(UNIT, number);
        ActivityRecord first = versions.get(versions.size() - 1).rows().get(0);
        return Instant.ofEpochMilli(first.start());
    }

    private static void takenAway(Page page) {
        page.navigate(server.address("/units/Dinas%20A/mappings"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Aplikasi tiket"))
                .click();
        String file = page.locator("pre").textContent();
        Mapping mapping = RuleSetReader.readMapping("x", file.getBytes(StandardCharsets.UTF_8));
        assertThat(mapping.columns()).hasSize(6);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hapus pemetaan"))
                .click();
        assertThat(page.locator("main")).containsText("Pemetaan dihapus");
        assertThat(server.bean(SavedMappings.class).current(UNIT)).isEmpty();
        assertThat(server.bean(SavedMappings.class).history(UNIT))
                .extracting(SavedMapping::isRemoved)
                .containsExactly(true, false);
    }

    /** Headers and cells of strangers are texts, however many and whatever they hold. */
    @Test
    void tablesOfStrangersAreShownAsTexts() throws Exception {
        String script = "<script>alert(1)</script>";
        String image = "x\"><img src=x onerror=alert(1)>";
        String first = "Kode;Nama;Nama;;#3;=1+1 " + script + ";" + "panjang".repeat(800);
        StringBuilder header = new StringBuilder(first);
        StringBuilder row = new StringBuilder("K-1;" + image + ";2;3;4;5;" + "isi".repeat(2000));
        for (int i = 7; i < 500; i++) {
            header.append(";Kolom ").append(i);
            row.append(";").append(i);
        }
        WebClient ani = WebClient.signedIn(server, "ani", PASSWORD);
        String check = handedIn(ani, header + "\n" + row + "\n", Map.of());

        HttpResponse<String> page = ani.get(check + "/files/1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("&lt;script&gt;")
                .contains("500 kolom")
                .doesNotContain(script)
                .doesNotContain("<img src=x")
                .doesNotContain("panjang".repeat(100));

        Map<String, String> form = new HashMap<>(Map.of(
                "kind",
                "activity-log",
                "field.0",
                "case",
                "field.1",
                "step",
                "field.2",
                "start",
                "field.3",
                "end",
                "field.4",
                "person",
                "field.5",
                "nonsense",
                "name",
                image,
                "as",
                "text"));
        HttpResponse<String> asText = ani.postForm(check + "/files/1", form);
        assertThat(asText.statusCode()).isEqualTo(200);
        assertThat(asText.body())
                .contains("step: &quot;#2&quot;")
                .contains("start: &quot;#3&quot;")
                .contains("end: &quot;#4&quot;")
                .contains("person: &quot;#5&quot;")
                .contains("K-1")
                .doesNotContain("<img src=x");

        // Whatever stands there: wrong texts are told, never an incident.
        for (String text : List.of("", ":", "kind: [", "columns: {case: " + image + "}", "a: &a [*a]", "x\u0000y")) {
            form.put("text", text);
            assertThat(ani.postForm(check + "/files/1", form).statusCode())
                    .as(text)
                    .isEqualTo(400);
            assertThat(ani.postForm(check + "/files/1/try", form).statusCode())
                    .as(text)
                    .isEqualTo(400);
        }
    }

    @Test
    void mappingsOfOtherUnitsAreNotThere() throws Exception {
        SavedMappings mappings = server.bean(SavedMappings.class);
        String file = "columns: {case: No. Tiket, step: Tahap, start: Dibuka pada}\nconstants: {sop: B276}\n";
        SavedMapping saved = mappings.save("Dinas C", "Lain", file, "ani", each -> Transaction.Step.NONE);
        String own = "/units/Dinas%20C/mappings/" + saved.number();
        WebClient bayu = WebClient.signedIn(server, "bayu", PASSWORD);
        for (String path : List.of("/units/Dinas%20C/mappings", own, own + "/file")) {
            assertThat(bayu.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(bayu.get("/units/Dinas%20B/mappings/" + saved.number()).statusCode())
                .isEqualTo(404);
        assertThat(bayu.postForm(own + "/remove", Map.of()).statusCode()).isEqualTo(404);

        String check = handedIn(bayu, LOG.formatted("B"), Map.of());
        Map<String, String> form = Map.of("text", file, "name", "Tiket", "unit", "Dinas C");
        HttpResponse<String> refused = bayu.postForm(check + "/files/1/save", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Pilih unit").doesNotContain("Dinas C</option>");
        assertThat(mappings.current("Dinas C")).containsExactly(saved);

        WebClient vina = WebClient.signedIn(server, "vina", PASSWORD);
        WebClient ani = WebClient.signedIn(server, "ani", PASSWORD);
        assertThat(ani.get(check + "/files/1").statusCode()).isEqualTo(404);
        assertThat(vina.get(own).body()).contains("No. Tiket").doesNotContain("Hapus pemetaan");
        assertThat(vina.postForm(own + "/remove", Map.of()).statusCode()).isEqualTo(403);
        assertThat(vina.postForm(check + "/files/1/save", form).statusCode()).isEqualTo(403);
    }

    /** As one that another version of the program saved: it keeps its own unit from its night, with the reason, and nobody else. */
    @Test
    void aMappingThatThisProgramRefusesIsToldAndCanBeTakenAway() throws Exception {
        String unit = "/units/Dinas%20X";
        server.store()
                .write(transaction ->
                        transaction.change("INSERT INTO saved_mapping (scope, name, version, content, actor, at) "
                                + "VALUES ('Dinas X', 'Lama', 7, 'columns: {cases: A}', 'ani', CURRENT_TIMESTAMP)"));
        Inboxes inboxes =
                server.inboxes(folder).drop("Dinas X", "b276/violations.csv").drop("Dinas Y", "b276/violations.csv");
        LocalDate night = LocalDate.now().plusDays(1);
        inboxes.night(night);

        WebClient ani = WebClient.signedIn(server, "ani", PASSWORD);
        String reason = "Pemetaan Lama v7 yang disimpan bagi unit ini tidak dapat dipakai";
        assertThat(ani.get("/").body()).contains(reason);
        assertThat(ani.get("/units/Dinas%20Y").statusCode()).isEqualTo(200);
        assertThat(server.bean(HealthEndpoint.class).healthForPath("nights").getStatus())
                .isEqualTo(Status.DOWN);
        String check = "/checks/" + server.checkedFor("Dinas X", Path.of("sample-data/b276/violations.csv"));
        assertThat(ani.get(check).body()).contains("Pemetaan Lama v7 tidak dapat dipakai");

        SavedMapping saved = server.bean(SavedMappings.class).current("Dinas X").get(0);
        String page = unit + "/mappings/" + saved.number();
        assertThat(ani.get(page).body()).contains("columns: {cases: A}");
        assertThat(ani.postForm(page + "/remove", Map.of()).statusCode()).isEqualTo(302);
        inboxes.night(night);
        assertThat(ani.get(unit).statusCode()).isEqualTo(200);
        assertThat(ani.get("/").body()).doesNotContain(reason);
    }

    @Test
    void allRejectedRowsAreShownAndDownloaded() throws Exception {
        StringBuilder log = new StringBuilder("no_berkas;nomor_sop;langkah;mulai\n");
        for (int i = 1; i <= 450; i++) {
            log.append("K-").append(i).append(";B276;1;=kapan ").append(i).append('\n');
        }
        WebClient ani = WebClient.signedIn(server, "ani", PASSWORD);
        String check = handedIn(ani, log.toString(), Map.of());
        assertThat(ani.get(check + "/rejected").body())
                .contains("Halaman 1 dari 3")
                .contains("=kapan 200<");
        assertThat(ani.get(check + "/rejected?page=3").body())
                .contains("=kapan 450<")
                .doesNotContain("=kapan 400<");
        for (String page : List.of("0", "4", "-1")) {
            assertThat(ani.get(check + "/rejected?page=" + page).statusCode()).isEqualTo(404);
        }
        HttpResponse<String> csv = ani.get(check + "/rejected.csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(csv.body().lines()).hasSize(451).last().asString().contains(";451;mulai;'=kapan 450;");
        WebClient bayu = WebClient.signedIn(server, "bayu", PASSWORD);
        assertThat(bayu.get(check + "/rejected.csv").statusCode()).isEqualTo(404);
    }

    /** Hands a file in; gives the path of its check once that is done. */
    private static String handedIn(WebClient client, String content, Map<String, String> fields)
            throws InterruptedException {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", client.token());
        HttpResponse<String> answer = client.postFile("/checks", all, "log.csv", content);
        String path = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        for (int tries = 0; client.get(path + "/result").statusCode() != 200 && tries < 600; tries++) {
            Thread.sleep(50);
        }
        return path;
    }
}
