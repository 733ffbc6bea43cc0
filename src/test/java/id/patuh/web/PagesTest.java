package id.patuh.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.facts.SavedMappings;
import id.patuh.ledger.followup.ItemStandings;
import id.patuh.ledger.handling.Handling;
import id.patuh.ledger.life.LifePages;
import id.patuh.ledger.life.LifeQuery;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.waiver.Target;
import id.patuh.ledger.waiver.Validity;
import id.patuh.ledger.waiver.WaiverTerms;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.report.Language;
import id.patuh.scope.Scopes;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import id.patuh.submission.HandedIn;
import id.patuh.submission.Seen;
import id.patuh.submission.SubmissionOrder;
import id.patuh.submission.Submissions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in a real browser, in both languages and themes and at three widths: axe finds nothing wrong, nothing is wider
 * than the window, nothing was refused by the browser. Each page is looked at in one language and theme, one page after the
 * other in another one, unless pictures to look at are asked for by {@code -Dpatuh.pictures=FOLDER}: then in all.
 */
class PagesTest {

    private static final List<Integer> WIDTHS = List.of(360, 1280, 1920);
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    private static final String CUT_CHARTS =
            "[...document.querySelectorAll('.chart-box')]" + ".filter(box => box.scrollWidth > box.clientWidth).length";

    private static final String PICTURES = System.getProperty("patuh.pictures");

    private static RunningServer server;
    private static List<String> paths;

    private static final String UNIT = "/units/UKPBJ";
    private static final String VIEWER = "vina";
    private static final Path LOG = Path.of("sample-data", "b276", "clean.csv");
    /** Pages that say why something is not to be had. */
    private static final Pattern REFUSED = Pattern.compile("status of (403|404|409)");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(TestDatabase.H2).settled().withVersion("rina");
        server.add(VIEWER, RunningServer.PASSWORD, EnumSet.of(Role.VIEWER), Reach.EVERYWHERE);
        String check = "/checks/" + server.checked(Path.of("sample-data/b276"), Path.of("sample-data/surveys"));
        server.inboxes(folder)
                .drop("UKPBJ", "b276/violations.csv", "surveys/ukpbj-2026-s1.csv", "follow-up/rtl-2026.json")
                .drop("Kota Padang", "padang/violations.csv")
                .night(LocalDate.of(2026, 11, 19))
                .drop("UKPBJ", "surveys/two-services.csv", "b278/violations.json")
                .night(LocalDate.of(2026, 11, 20));
        String violation = violation();
        String foreign = foreign();
        paths = List.of(
                "/",
                UNIT,
                UNIT + "/violations?state=open",
                violation,
                violation + "/timeline",
                UNIT + "/waivers",
                UNIT + "/unevaluated",
                UNIT + "/unevaluated/settle?rule=step-late&kind=case&which=SKM-A-06",
                UNIT + "/surveys",
                UNIT + "/surveys/1",
                UNIT + "/follow-ups",
                item(),
                "/nope",
                damaged(),
                "/checks",
                waiting(),
                running(),
                check + "/result",
                "/checks/" + server.checkedFor("Dinas A", Path.of("sample-data/padang")) + "/result",
                foreign + "/files/1",
                foreign + "/rejected",
                UNIT + "/mappings",
                UNIT + "/mappings/" + mapping(),
                check + "/violations/1",
                check + "/violations/20/timeline",
                check + "/surveys/1",
                "/rules",
                "/rules?severity=critical",
                "/rules/step-late",
                "/rules/sops",
                "/rules/sops/B276",
                "/rules/values",
                "/rules/calendars",
                "/rules/versions",
                "/rules/versions/1",
                "/rules/versions/1/edit",
                "/rules/versions/1/edit/row?kind=parameter&id=parameters/skm/minimum-respondents.yaml%232004-02-24",
                "/rules/versions/1/files",
                "/rules/versions/1/files/edit?path=drl/skm/sample.drl",
                "/accounts",
                "/accounts/add",
                "/accounts/change?name=admin",
                "/audit",
                "/account",
                "/account/password",
                "/api");
    }

    /** One that has a timeline, and that people have dealt with. */
    private static String violation() {
        LifeQuery late = new LifeQuery(Set.of(), Set.of(), "step-late", null, null, null, null);
        LifeViolation violation = new LifePages(server.store())
                .page("UKPBJ", late, null, 1)
                .violations()
                .get(0);
        Handling handling = new Handling(server.store(), Clock.systemUTC());
        handling.comment("UKPBJ", violation.fingerprint(), "Sudah ditanyakan kepada kepala bagian.", "ani");
        handling.assign("UKPBJ", violation.fingerprint(), RunningServer.NAME, "", "ani");
        LocalDate today = LocalDate.now(RunningServer.ZONE);
        Validity validity = Validity.ofDays(today, today.plusDays(3), RunningServer.ZONE);
        Target target = Target.ofViolation(violation.fingerprint());
        Waivers waivers = new Waivers(server.store(), Clock.systemUTC());
        WaiverTerms terms = new WaiverTerms("UKPBJ", target, validity, "gempa bumi", "Keputusan Bupati 12/2026");
        waivers.approve(waivers.request(terms, "ani").number(), "budi", "");
        waivers.request(terms, "ani");
        return UNIT + "/violations/" + violation.fingerprint();
    }

    /** A check whose result cannot be read any more: refused with a reason. */
    private static String damaged() throws Exception {
        String code = server.checked(LOG);
        change("UPDATE submission SET result = X'00' WHERE code = ?", code);
        return "/checks/" + code + "/result";
    }

    /** A check that waits for its unit, on which another process works. */
    private static String waiting() throws Exception {
        return "/checks/" + held();
    }

    /** A check that another process has begun. */
    private static String running() throws Exception {
        String code = held();
        change(
                "UPDATE submission SET state = 'running', holder = 'other', held_until = TIMESTAMP '2999-01-01 00:00:00', "
                        + "fence = fence + 1, rows_read = 1234567, waits_for = NULL WHERE code = ?",
                code);
        return "/checks/" + code;
    }

    private static String held() throws Exception {
        String unit = "Dinas B";
        server.bean(Scopes.class).take(unit, "other", Duration.ofHours(1));
        SubmissionOrder order =
                new SubmissionOrder(RunningServer.NAME, unit, Instant.now(), RunningServer.ZONE, null, null, null);
        Submissions submissions = server.bean(Submissions.class);
        String code =
                submissions.submit(order, List.of(new HandedIn("log.csv", LOG))).code();
        while (submissions
                        .find(code, new Seen(RunningServer.NAME, null))
                        .orElseThrow()
                        .waitsFor()
                == null) {
            Thread.sleep(20);
        }
        return code;
    }

    private static void change(String statement, String code) {
        server.store().write(transaction -> transaction.change(statement, code));
    }

    /** A check of a log whose columns nobody knows. */
    private static String foreign() throws Exception {
        Path log = Files.createDirectories(folder.resolve("foreign")).resolve("tiket.csv");
        Files.writeString(
                log,
                "Rekap\nNo. Tiket;Tahap;Dibuka pada;Tuntas pada;Petugas Loket;Keputusan\n"
                        + "T-1;1;03/02/2026 08:30;03/02/2026 09:00;Rani;\nT-1;3;kapan;03/02/2026 09:00;Rani;Oke\n");
        return "/checks/" + server.checked(log.getParent());
    }

    private static long mapping() {
        return new SavedMappings(server.store(), Clock.systemUTC())
                .save(
                        "UKPBJ",
                        "Aplikasi tiket",
                        "columns: {case: No. Tiket, step: Tahap, start: Dibuka pada}\n",
                        "ani",
                        saved -> Transaction.Step.NONE)
                .number();
    }

    private static String item() {
        ItemStandings items = new ItemStandings(server.store(), RunningServer.ZONE);
        return UNIT + "/follow-ups/" + items.of("UKPBJ", Instant.now()).get(0).item();
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
                if (message.type().equals("error")
                        && !REFUSED.matcher(message.text()).find()) {
                    refused.add(page.url() + ": " + message.text());
                }
            });
            page.navigate(server.address("/login"));
            page.locator("footer button[lang=" + language.code() + "]").click();
            look(page, "/login", language, scheme, softly);
            for (String path : in(scheme, List.of("/login?refused", "/login?ended"))) {
                page.navigate(server.address(path));
                look(page, path, language, scheme, softly);
            }
            Journeys.signIn(page, RunningServer.NAME, RunningServer.PASSWORD);
            for (String path : in(scheme, paths)) {
                page.navigate(server.address(path));
                look(page, path, language, scheme, softly);
            }
            page.locator("header .user button").click();
            Journeys.signIn(page, VIEWER, RunningServer.PASSWORD);
            softly.assertThat(page.navigate(server.address("/accounts")).status())
                    .isEqualTo(403);
            look(page, "/accounts of others", language, scheme, softly);
        }
        softly.assertThat(refused).isEmpty();
        softly.assertAll();
    }

    private static List<String> in(ColorScheme scheme, List<String> paths) {
        int rest = scheme == ColorScheme.LIGHT ? 0 : 1;
        return IntStream.range(0, paths.size())
                .filter(i -> PICTURES != null || i % 2 == rest)
                .mapToObj(paths::get)
                .toList();
    }

    private static void look(Page page, String path, Language language, ColorScheme scheme, SoftAssertions softly) {
        softly.assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo(language.code());
        softly.assertThat(page.locator("h1").count()).as("heading of " + path).isEqualTo(1);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            softly.assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits %d px", path, width)
                    .isEqualTo(true);
            softly.assertThat(page.evaluate(CUT_CHARTS))
                    .as("charts of %s cut at %d px", path, width)
                    .isEqualTo(0);
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
