package id.patuh.cli;

import id.patuh.account.AccountException;
import id.patuh.account.Accounts;
import id.patuh.account.FirstStart;
import id.patuh.account.Passwords;
import id.patuh.engine.RuleCache;
import id.patuh.nightly.NightDaemon;
import id.patuh.nightly.NightSettings;
import id.patuh.nightly.RuleSource;
import id.patuh.report.Reasons;
import id.patuh.spool.TemporaryFile;
import id.patuh.store.ReasonedException;
import id.patuh.store.Store;
import id.patuh.store.StorePlace;
import id.patuh.web.PortTakenException;
import id.patuh.web.ServeSettings;
import id.patuh.web.SettingException;
import id.patuh.web.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code patuh serve}: the web application, until the process is told to end. */
@Command(name = ServeCommand.NAME, resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    static final String NAME = "serve";

    @Mixin
    private ActingOptions options;

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "config")
    private Path config;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port")
    private Integer port;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "address")
    private String address;

    @Option(names = "--without-nights", descriptionKey = "without-nights")
    private boolean withoutNights;

    @Override
    public Integer call() {
        options.refuseOutput();
        Path file = config();
        Optional<NightKeeper> keeper = nights(file);
        NightSettings nights = keeper.map(NightKeeper::settings).orElse(null);
        ServeSettings settings = new ServeSettings(address, port, file, samples(), RuleCaches.program(), nights);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        TemporaryFile.deleteAfter(() -> {
            told.countDown();
            awaitQuietly(ended);
        });
        try (Store store = Store.open(StorePlace.url())) {
            Optional<FirstStart.Administrator> first = firstStart(store);
            RuleCache cache = RuleCaches.ofUser();
            RuleSource rules = NightRuleSource.of(store, options, cache);
            try (NightDaemon running = keeper.map(each -> each.daemon(store, rules, new NightListener(options, false)))
                            .orElse(null);
                    WebServer server = WebServer.start(store, rules, cache, settings)) {
                if (running != null) {
                    running.start();
                    options.say("serve.nights");
                }
                options.say("serve.serving", server.address());
                first.ifPresent(this::tell);
                awaitQuietly(told);
            }
        } catch (PortTakenException e) {
            throw options.usage("port.taken", Integer.toString(e.port()));
        } catch (AccountException | SettingException e) {
            options.commandLine().getErr().println(Reasons.text(e.reason(), e.details(), options.language()));
            return ExitCode.USAGE;
        } catch (ReasonedException e) {
            options.commandLine().getErr().println(Reasons.text(e.reason(), e.details(), options.language()));
            return ExitCode.INTERNAL;
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    /** Where the database is a file, no other process could run them; empty where there are none to run. */
    private Optional<NightKeeper> nights(Path file) {
        return withoutNights || file == null ? Optional.empty() : NightKeeper.find(options, file);
    }

    private static Optional<FirstStart.Administrator> firstStart(Store store) {
        Accounts accounts = new Accounts(store, Clock.systemUTC(), new Passwords());
        return new FirstStart(accounts, System.getenv()).run();
    }

    /** Once, and nowhere else: nobody can be told his password again. */
    private void tell(FirstStart.Administrator first) {
        if (first.password() == null) {
            options.say("serve.first", first.account().name());
        } else {
            options.say(
                    "serve.first.password",
                    first.account().name(),
                    first.password().reveal());
        }
    }

    /** The file named, or the usual one where it is there. */
    private Path config() {
        if (config != null && !Files.isRegularFile(config)) {
            throw options.usage("config.absent", config.toString());
        }
        Path usual = ConfigFile.usual();
        return config != null || !Files.isRegularFile(usual) ? config : usual;
    }

    /** Beside the launcher. */
    private static Path samples() {
        String home = System.getProperty("patuh.home");
        return home == null ? null : Path.of(home, "sample-data");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
