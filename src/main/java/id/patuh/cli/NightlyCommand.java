package id.patuh.cli;

import id.patuh.nightly.NightDaemon;
import id.patuh.nightly.Nights;
import id.patuh.nightly.RuleSource;
import id.patuh.nightly.ScopeOutcome;
import id.patuh.report.Moments;
import id.patuh.report.Reasons;
import id.patuh.spool.TemporaryFile;
import id.patuh.store.ReasonedException;
import id.patuh.store.Store;
import id.patuh.store.StorePlace;
import java.nio.file.Files;
import java.nio.file.Path;
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
        NightKeeper keeper = keeper();
        try {
            return daemon ? stay(keeper) : runOnce(keeper, asOf());
        } catch (ReasonedException e) {
            options.commandLine().getErr().println(Reasons.text(e.reason(), e.details(), options.language()));
            return ExitCode.INTERNAL;
        }
    }

    private int runOnce(NightKeeper keeper, Instant asOf) {
        ProgressLine progress = new ProgressLine(options.language());
        try (Store store = Store.open(StorePlace.url())) {
            RuleSource rules = NightRuleSource.of(store, options, RuleCaches.ofUser());
            Nights nights = keeper.nights(store, rules, progress);
            List<ScopeOutcome> outcomes = new ArrayList<>();
            for (String scope : keeper.scopes(nights)) {
                outcomes.add(nights.run(scope, asOf));
                progress.clear();
            }
            NightListener listener = new NightListener(options, options.isJson());
            options.write(listener.report(outcomes));
            listener.followed(keeper.morning(store, nights, rules).follow(asOf));
            return NightExit.of(outcomes, options.failOn());
        }
    }

    /** Until the process is told to end. */
    private int stay(NightKeeper keeper) {
        refuse("--as-of", "--output");
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        TemporaryFile.deleteAfter(() -> {
            told.countDown();
            awaitQuietly(ended);
        });
        try (Store store = Store.open(StorePlace.url())) {
            NightListener listener = new NightListener(options, options.isJson());
            try (NightDaemon running =
                    keeper.daemon(store, NightRuleSource.of(store, options, RuleCaches.ofUser()), listener)) {
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

    private Instant asOf() {
        Instant asOf = options.asOf();
        if (asOf.isAfter(Instant.now())) {
            throw options.usage("as-of.future", Moments.toTheSecond(asOf, options.zone()));
        }
        return asOf;
    }

    private NightKeeper keeper() {
        Path file = config == null ? ConfigFile.usual() : config;
        if (!Files.isRegularFile(file)) {
            throw options.usage("config.absent", file.toString());
        }
        return NightKeeper.of(options, file);
    }
}
