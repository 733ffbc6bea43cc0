package id.patuh.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a quality manager does who wants more respondents, until the next check asks for them. */
class ManagerJourneyTest {

    private static final String PASSWORD = "kuda baterai benar";
    /** The cases of all rules run meanwhile. */
    private static final LocatorAssertions.ContainsTextOptions LONG =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static final String FEW = "respondents-too-few";

    @TempDir
    Path folder;

    @Test
    void fromAnotherMinimumToTheViolationOfTheNextCheck() throws IOException {
        Path survey = surveyOf(40);
        try (RunningServer server = new RunningServer(TestDatabase.H2).settled().withVersion("rina");
                BrowserContext first = Browser.open(new NewContextOptions());
                BrowserContext second = Browser.open(new NewContextOptions())) {
            server.add("ani", PASSWORD, EnumSet.of(Role.QUALITY_MANAGER), Reach.EVERYWHERE);
            server.add("budi", PASSWORD, EnumSet.of(Role.QUALITY_MANAGER), Reach.EVERYWHERE);
            Page ani = Journeys.signedIn(server, first, "ani", PASSWORD);
            assertThat(checked(server, ani, survey)).not().containsText(FEW);

            drafts(server, ani);
            String version = ani.url();
            assertThat(ani.locator("main")).containsText("50");
            ani.getByRole(AriaRole.BUTTON, named("Jalankan kasus uji")).click();
            assertThat(ani.locator(".told")).containsText("Uji selesai.", LONG);
            assertThat(ani.locator("main")).containsText("lulus uji");
            ani.getByRole(AriaRole.BUTTON, named("Simulasikan")).click();
            assertThat(ani.locator("pre.report")).isVisible();
            ani.navigate(version);
            ani.getByRole(AriaRole.BUTTON, named("Usulkan")).click();
            assertThat(ani.locator(".told")).containsText("Diusulkan.");
            assertThat(ani.locator("main")).containsText("orang lain yang menyetujui");
            assertThat(ani.getByRole(AriaRole.BUTTON, named("Setujui"))).hasCount(0);

            Page budi = Journeys.signedIn(server, second, "budi", PASSWORD);
            budi.navigate(version);
            assertThat(budi.locator("ins").first()).containsText("50");
            budi.getByRole(AriaRole.BUTTON, named("Setujui")).click();
            assertThat(budi.locator(".told")).containsText("Disetujui.");
            budi.getByRole(AriaRole.BUTTON, named("Terbitkan")).click();
            assertThat(budi.locator(".state.good")).containsText("berlaku");

            assertThat(checked(server, ani, survey)).containsText(FEW);
        }
    }

    private static void drafts(RunningServer server, Page page) {
        page.navigate(server.address("/rules/values"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Susun perubahan"))
                .click();
        page.locator("tr", new Page.LocatorOptions().setHasText("skm/minimum-respondents"))
                .getByText("Nilai baru")
                .click();
        page.getByLabel("Berlaku mulai").fill("2026-01-01");
        page.getByLabel("Nilai", new Page.GetByLabelOptions().setExact(true)).fill("lima puluh");
        page.getByLabel("Dasar hukum").selectOption("sop-b276/langkah-2");
        page.getByLabel("Sudah dipastikan").selectOption("tidak");
        page.getByLabel("mengapa").fill("Lima puluh responden mulai 2026");
        page.getByRole(AriaRole.BUTTON, named("Simpan")).click();
        // What cannot be used stands beside its field, and everything else is still there.
        assertThat(page.locator(".wrong")).hasCount(1);
        assertThat(page.getByLabel("mengapa")).hasValue("Lima puluh responden mulai 2026");
        page.getByLabel("Nilai", new Page.GetByLabelOptions().setExact(true)).fill("50");
        page.getByRole(AriaRole.BUTTON, named("Simpan")).click();
        assertThat(page).hasURL(Pattern.compile(".*/rules/versions/2"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static com.microsoft.playwright.Locator checked(RunningServer server, Page page, Path file) {
        page.navigate(server.address("/checks"));
        page.locator("#files").setInputFiles(file);
        page.getByRole(AriaRole.BUTTON, named("Periksa")).click();
        assertThat(page).hasURL(Pattern.compile(".*/result"));
        return page.locator("main");
    }

    /** A survey that names no SOP. */
    private Path surveyOf(int respondents) throws IOException {
        List<String> sample = Files.readAllLines(Path.of("sample-data/surveys/ukpbj-2026-s1.csv"));
        List<String> lines = IntStream.rangeClosed(0, respondents)
                .mapToObj(i -> i == 0
                        ? sample.get(0)
                        : sample.get(1 + (i - 1) % 30).replaceFirst(",R\\d+,", ",R" + (100 + i) + ","))
                .map(line -> line.replaceFirst(",nomor_sop,", ",").replaceFirst(",B276,", ","))
                .toList();
        return Files.write(folder.resolve("survei.csv"), lines);
    }
}
