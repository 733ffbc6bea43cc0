package id.patuh.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an auditor does who wants to know what is wrong with a log, and why. */
class AuditorJourneyTest {

    private static final String PASSWORD = "kuda baterai benar";

    @Test
    void fromTheFileToTheLateStepAndItsTimeline() throws IOException {
        try (RunningServer server = new RunningServer(TestDatabase.H2).settled();
                BrowserContext context = Browser.open(new NewContextOptions())) {
            server.add("ani", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.EVERYWHERE);
            Page page = context.newPage();
            page.navigate(server.address("/"));
            Journeys.signIn(page, "ani", PASSWORD);

            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Periksa").setExact(true))
                    .first()
                    .click();
            page.locator("#files").setInputFiles(Path.of("sample-data/b276/violations.csv"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Periksa"))
                    .click();

            assertThat(page).hasURL(Pattern.compile(".*/result"));
            assertThat(page.locator(".verdict")).containsText("ADA PELANGGARAN");
            page.locator("#rule").selectOption("step-late");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Saring"))
                    .click();
            assertThat(page.locator(".violations li").first()).containsText("step-late");
            page.locator(".violations a").first().click();

            assertThat(page.locator("dl")).containsText("Kenyataan");
            assertThat(page.locator("svg[role=img]:visible")).isVisible();
            page.getByText("Tabel data").click();
            assertThat(page.locator("figure table")).containsText("terlambat");

            page.goBack();
            Download download =
                    page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV"))
                            .click());
            assertThat(Files.readString(download.path())).contains("step-late");
        }
    }
}
