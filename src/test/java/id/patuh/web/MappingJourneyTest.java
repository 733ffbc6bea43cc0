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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @TempDir
    private Path folder;

    @Test
    void columnsAreCorrectedOnceAndReadFromThenOn() throws Exception {
        try (RunningServer server = new RunningServer(TestDatabase.H2).settled();
                BrowserContext context = Browser.open(new NewContextOptions())) {
            server.add("ani", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.EVERYWHERE);
            Page page = context.newPage();
            page.navigate(server.address("/checks"));
            Journeys.signIn(page, "ani", PASSWORD);
            handIn(page, server, "T", true);
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
            assertThat(start(server, "T-1")).isEqualTo(Instant.parse("2026-03-02T01:30:00Z"));

            handIn(page, server, "U", false);
            assertReadBySaved(page);
            assertThat(start(server, "U-2")).isEqualTo(Instant.parse("2026-03-04T01:30:00Z"));

            Path inbox = Files.createDirectories(folder.resolve("inbox").resolve(UNIT));
            Files.writeString(inbox.resolve("malam.csv"), LOG.formatted("V"));
            server.inboxes(folder).night(LocalDate.now().plusDays(1));
            assertThat(start(server, "V-2")).isEqualTo(Instant.parse("2026-03-04T01:30:00Z"));

            takenAway(page, server);
        }
    }

    private static Locator column(Page page, String header) {
        return page.getByLabel(header);
    }

    private static void preview(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lihat hasil bacaan"))
                .click();
    }

    private void handIn(Page page, RunningServer server, String cases, boolean isNew) throws Exception {
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

    private static Instant start(RunningServer server, String number) {
        List<StoredCase> versions = new Facts(server.store()).versions(UNIT, number);
        ActivityRecord first = versions.get(versions.size() - 1).rows().get(0);
        return Instant.ofEpochMilli(first.start());
    }

    private static void takenAway(Page page, RunningServer server) {
        page.navigate(server.address("/units/Dinas%20A/mappings"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Aplikasi tiket"))
                .click();
        String file = page.locator("pre").textContent();
        Mapping mapping = RuleSetReader.readMapping("x", file.getBytes(StandardCharsets.UTF_8));
        assertThat(mapping.columns()).hasSize(7);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hapus pemetaan"))
                .click();
        assertThat(page.locator("main")).containsText("Pemetaan dihapus");
        assertThat(server.bean(SavedMappings.class).current(UNIT)).isEmpty();
        assertThat(server.bean(SavedMappings.class).history(UNIT))
                .extracting(SavedMapping::isRemoved)
                .containsExactly(true, false);
    }
}
