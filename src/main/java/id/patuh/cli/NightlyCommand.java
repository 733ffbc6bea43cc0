package id.patuh.cli;

import id.patuh.intake.Intake;
import id.patuh.nightly.NightDaemon;
import id.patuh.nightly.NightReport;
import id.patuh.nightly.NightSettings;
import id.patuh.nightly.NightSettingsReader;
import id.patuh.nightly.Nights;
import id.patuh.nightly.ScopeOutcome;
import id.patuh.report.Reasons;
import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.store.StorePlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code patuh nightly}: one nightly run, now. */
@Command(name = NightlyCommand.NAME, resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {

    static final String NAME = "nightly";

    @Mixin
    private CommonOptions options;

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "config")
    private Path config;

    @Option(names = "--daemon", descriptionKey = "daemon")
    private boolean daemon;

    @Override
    public Integer call() {
        options.check();
        NightSettings settings = settings();
        try {
            return daemon ? stay(settings) : runOnce(settings, asOf());
        } catch (StoreException e) {
            options.commandLine().getErr().println(Reasons.text(e.reason(), e.details(), options.language()));
            return ExitCode.INTERNAL;
        }
    }

    private int runOnce(NightSettings settings, Instant asOf) {
        try (Store store = Store.open(StorePlace.url())) {
            List<ScopeOutcome> outcomes = run(store, settings, asOf);
            NightReport report = new NightReport(options.zone(), options.language());
            options.write(options.isJson() ? report.json(outcomes) : report.text(outcomes));
            return NightExit.of(outcomes, options.failOn());
        }
    }

    /** Until the process is told to end. */
    private int stay(NightSettings settings) {
        refuse("--as-of", "--output");
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            awaitQuietly(ended);
        }));
        try (Store store = Store.open(StorePlace.url())) {
            Nights nights = nights(store, settings, (path, rows) -> {});
            scopes(nights, settings);
            NightListener listener = new NightListener(options);
            try (NightDaemon running = new NightDaemon(store, settings, nights, Clock.systemUTC(), listener)) {
                running.start();
                listener.say("nightly.staying");
                awaitQuietly(told);
            }
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    private void refuse(String... unused) {
        for (String option : unused) {
            if (options.commandLine().getParseResult().hasMatchedOption(option)) {
                throw options.usage("nightly.unused", option);
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Nights nights(Store store, NightSettings settings, Intake.Progress progress) {
        Nights.Work work = new Nights.Work(
                ManagementFactory.getRuntimeMXBean().getName(), RuleCaches.program(), options.language(), progress);
        return new Nights(store, settings, new NightRuleSource(store, options), work, Clock.systemUTC());
    }

    private List<ScopeOutcome> run(Store store, NightSettings settings, Instant asOf) {
        ProgressLine progress = new ProgressLine(options.language());
        Nights nights = nights(store, settings, progress);
        List<ScopeOutcome> outcomes = new ArrayList<>();
        for (String scope : scopes(nights, settings)) {
            outcomes.add(nights.run(scope, asOf));
            progress.clear();
        }
        return outcomes;
    }

    private List<String> scopes(Nights nights, NightSettings settings) {
        try {
            return nights.scopes();
        } catch (UncheckedIOException e) {
            throw options.usage("inboxes.unreadable", settings.inboxes().toString());
        }
    }

    private Instant asOf() {
        Instant asOf = options.asOf();
        if (asOf.isAfter(Instant.now())) {
            throw options.usage("as-of.future", asOf.toString());
        }
        return asOf;
    }

    private NightSettings settings() {
        Path file = config == null ? usualConfig() : config;
        if (!Files.isRegularFile(file)) {
            throw options.usage("config.absent", file.toString());
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return NightSettingsReader.read(
                    file.toString(), text, file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw options.usage("config.unreadable", file.toString());
        }
    }

    private static Path usualConfig() {
        String folder = System.getenv().getOrDefault("XDG_CONFIG_HOME", "");
        Path base = folder.isEmpty() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(folder);
        return base.resolve("patuh").resolve("patuh.yaml");
    }
}
