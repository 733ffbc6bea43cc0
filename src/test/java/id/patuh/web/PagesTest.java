package id.patuh.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.patuh.report.Language;
import id.patuh.store.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in a real browser, in both languages and themes and at three widths: axe finds nothing wrong, nothing is wider
 * than the window, nothing was refused by the browser. Each language is looked at in one theme, unless pictures to look at are
 * asked for by {@code -Dpatuh.pictures=FOLDER}: then in both.
 */
class PagesTest {

    private static final List<Integer> WIDTHS = List.of(360, 1280, 1920);
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    private static final String PICTURES = System.getProperty("patuh.pictures");

    private static RunningServer server;
    private static List<String> paths;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(TestDatabase.H2).settled();
        String check = "/checks/" + server.checked(Path.of("sample-data/b276"), Path.of("sample-data/surveys"));
        paths = List.of(
                "/",
                "/nope",
                "/checks",
                check + "/result",
                "/checks/" + server.checkedFor("Dinas A", Path.of("sample-data/padang")) + "/result",
                check + "/violations/1",
                check + "/violations/20/timeline",
                check + "/surveys/1",
                "/accounts",
                "/accounts/add",
                "/accounts/change?name=admin",
                "/audit",
                "/account",
                "/account/password");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    static Stream<Arguments> looks() {
        return PICTURES == null
                ? Stream.of(Arguments.of(Language.ID, ColorScheme.LIGHT), Arguments.of(Language.EN, ColorScheme.DARK))
                : Stream.of(Language.values())
                        .flatMap(language -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Arguments.of(language, scheme)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pagesAreForEverybody(Language language, ColorScheme scheme) {
        List<String> refused = new ArrayList<>();
        SoftAssertions softly = new SoftAssertions();
        try (BrowserContext context = Browser.open(new NewContextOptions().setColorScheme(scheme))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 404")) {
                    refused.add(page.url() + ": " + message.text());
                }
            });
            page.navigate(server.address("/login"));
            page.locator("footer button[lang=" + language.code() + "]").click();
            look(page, "/login", language, scheme, softly);
            Journeys.signIn(page, RunningServer.NAME, RunningServer.PASSWORD);
            for (String path : paths) {
                page.navigate(server.address(path));
                look(page, path, language, scheme, softly);
            }
        }
        softly.assertThat(refused).isEmpty();
        softly.assertAll();
    }

    private static void look(Page page, String path, Language language, ColorScheme scheme, SoftAssertions softly) {
        softly.assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo(language.code());
        softly.assertThat(page.locator("h1").count()).as("heading of " + path).isEqualTo(1);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            softly.assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits %d px", path, width)
                    .isEqualTo(true);
            picture(page, path, language, scheme, width);
        }
        softly.assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .as(path)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }

    private static void picture(Page page, String path, Language language, ColorScheme scheme, int width) {
        if (PICTURES != null) {
            String name = path.replaceAll("/[A-Za-z0-9_-]{22}", "").replaceAll("[^a-z0-9]+", "-");
            String file = String.join(".", name, language.code(), scheme.name(), Integer.toString(width), "png");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(PICTURES, file))
                    .setFullPage(true));
        }
    }
}
