package id.patuh.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of the machine: one process for all tests of a Java machine, a context of its own for each test. */
final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private static final double PATIENCE_MILLIS = 120_000;

    private static com.microsoft.playwright.Browser running;

    private Browser() {}

    /** A new context, as a browser that was never used before. Skips the test where the machine has no Chromium. */
    static BrowserContext open(com.microsoft.playwright.Browser.NewContextOptions options) {
        Optional<Path> chromium = find();
        if (chromium.isEmpty() && "required".equals(System.getenv("PATUH_BROWSER"))) {
            throw new IllegalStateException("no Chromium on the PATH, though one is required");
        }
        if (chromium.isEmpty()) {
            System.err.println("No Chromium on the PATH of this machine: tests in a browser are SKIPPED.");
        }
        assumeTrue(chromium.isPresent(), "no Chromium on this machine: not tested");
        BrowserContext context = running(chromium.get()).newContext(options);
        // Machines may be slow, and what is waited for comes.
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static synchronized com.microsoft.playwright.Browser running(Path chromium) {
        if (running == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            // Tests run as root in containers, where its sandbox cannot be made.
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
        }
        return running;
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
