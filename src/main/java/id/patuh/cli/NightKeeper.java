package id.patuh.cli;

import id.patuh.nightly.NightDaemon;
import id.patuh.nightly.NightSettings;
import id.patuh.nightly.Nights;
import id.patuh.nightly.RuleSource;
import id.patuh.nightly.digest.Morning;
import id.patuh.nightly.digest.NightlyConfig;
import id.patuh.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Nights as the configuration file sets them, for every verb that runs them. */
final class NightKeeper {

    private final BasicOptions options;
    private final NightlyConfig settings;

    private NightKeeper(BasicOptions options, NightlyConfig settings) {
        this.options = options;
        this.settings = settings;
    }

    /**
     * The nights of a file.
     *
     * @return empty where it says nothing of nights
     * @throws UsageException if it cannot be read
     * @throws id.patuh.ruleset.RuleSetException with every place that is wrong
     */
    static Optional<NightKeeper> find(BasicOptions options, Path file) {
        return NightlyConfig.find(file.toString(), text(options, file), folder(file), System.getenv())
                .map(settings -> new NightKeeper(options, settings));
    }

    /** The same where it must say something of nights. */
    static NightKeeper of(BasicOptions options, Path file) {
        return new NightKeeper(
                options, NightlyConfig.read(file.toString(), text(options, file), folder(file), System.getenv()));
    }

    /** When and over what they are run. */
    NightSettings settings() {
        return settings.nights();
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static String text(BasicOptions options, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw options.usage("config.unreadable", file.toString());
        }
    }

    Nights nights(Store store, RuleSource rules, ProgressLine progress) {
        Nights.Work work = new Nights.Work(
                ManagementFactory.getRuntimeMXBean().getName(),
                RuleCaches.program(),
                options.language(),
                progress == null ? (path, rows) -> {} : progress);
        return new Nights(store, settings.nights(), rules, work, Clock.systemUTC());
    }

    Morning morning(Store store, Nights nights, RuleSource rules) {
        return new Morning(store, settings.nights(), settings.digest(), nights, rules, Clock.systemUTC());
    }

    /** @throws UsageException if the folder of the inboxes cannot be read */
    List<String> scopes(Nights nights) {
        try {
            return nights.scopes();
        } catch (UncheckedIOException e) {
            throw options.usage(
                    "inboxes.unreadable", settings.nights().inboxes().toString());
        }
    }

    /**
     * What runs nights by itself once it is started.
     *
     * @throws UsageException if the folder of the inboxes cannot be read
     */
    NightDaemon daemon(Store store, RuleSource rules, NightListener listener) {
        Nights nights = nights(store, rules, null);
        scopes(nights);
        Morning morning = morning(store, nights, rules);
        return new NightDaemon(
                store,
                settings.nights(),
                nights,
                moment -> listener.followed(morning.follow(moment)),
                Clock.systemUTC(),
                listener);
    }
}
