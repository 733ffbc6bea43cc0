package id.patuh.cli;

import id.patuh.intake.Intake;
import id.patuh.nightly.NightDaemon;
import id.patuh.nightly.Nights;
import id.patuh.nightly.RuleSource;
import id.patuh.nightly.ScopeOutcome;
import id.patuh.nightly.digest.Morning;
import id.patuh.nightly.digest.NightlyConfig;
import id.patuh.report.Moments;
import id.patuh.report.Reasons;
import id.patuh.store.ReasonedException;
import id.patuh.store.Store;
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
import java.util.function.Consumer;
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
        NightlyConfig settings = settings();
        try {
            return daemon ? stay(settings) : runOnce(settings, asOf());
        } catch (ReasonedException e) {
            options.commandLine().getErr().println(Reasons.text(e.reason(), e.details(), options.language()));
            return ExitCode.INTERNAL;
        }
    }

    private int runOnce(NightlyConfig settings, Instant asOf) {
        ProgressLine progress = new ProgressLine(options.language());
        try (Store store = Store.open(StorePlace.url())) {
            RuleSource rules = NightRuleSource.of(store, options, RuleCaches.ofUser());
            Nights nights = nights(store, settings, rules, progress);
            List<ScopeOutcome> outcomes = new ArrayList<>();
            for (String scope : scopes(nights, settings)) {
                outcomes.add(nights.run(scope, asOf));
                progress.clear();
            }
            NightListener listener = new NightListener(options);
            options.write(listener.report(outcomes));
            listener.followed(morning(store, settings, nights, rules).follow(asOf));
            return NightExit.of(outcomes, options.failOn());
        }
    }

    private static Morning morning(Store store, NightlyConfig settings, Nights nights, RuleSource rules) {
        return new Morning(store, settings.nights(), settings.digest(), nights, rules, Clock.systemUTC());
    }

    /** Until the process is told to end. */
    private int stay(NightlyConfig settings) {
        refuse("--as-of", "--output");
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            awaitQuietly(ended);
        }));
        try (Store store = Store.open(StorePlace.url())) {
            RuleSource rules = NightRuleSource.of(store, options, RuleCaches.ofUser());
            Nights nights = nights(store, settings, rules, (path, rows) -> {});
            scopes(nights, settings);
            NightListener listener = new NightListener(options);
            Morning morning = morning(store, settings, nights, rules);
            Consumer<Instant> follow = moment -> listener.followed(morning.follow(moment));
            try (NightDaemon running =
                    new NightDaemon(store, settings.nights(), nights, follow, Clock.systemUTC(), listener)) {
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

    private Nights nights(Store store, NightlyConfig settings, RuleSource rules, Intake.Progress progress) {
        Nights.Work work = new Nights.Work(
                ManagementFactory.getRuntimeMXBean().getName(), RuleCaches.program(), options.language(), progress);
        return new Nights(store, settings.nights(), rules, work, Clock.systemUTC());
    }

    private List<String> scopes(Nights nights, NightlyConfig settings) {
        try {
            return nights.scopes();
        } catch (UncheckedIOException e) {
            throw options.usage(
                    "inboxes.unreadable", settings.nights().inboxes().toString());
        }
    }

    private Instant asOf() {
        Instant asOf = options.asOf();
        if (asOf.isAfter(Instant.now())) {
            throw options.usage("as-of.future", Moments.toTheSecond(asOf, options.zone()));
        }
        return asOf;
    }

    private NightlyConfig settings() {
        Path file = config == null ? ConfigFile.usual() : config;
        if (!Files.isRegularFile(file)) {
            throw options.usage("config.absent", file.toString());
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return NightlyConfig.read(
                    file.toString(), text, file.toAbsolutePath().getParent(), System.getenv());
        } catch (IOException e) {
            throw options.usage("config.unreadable", file.toString());
        }
    }
}
