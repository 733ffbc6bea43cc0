package id.patuh.cli;

import id.patuh.account.AccountException;
import id.patuh.engine.RuleCache;
import id.patuh.ledger.Ledger;
import id.patuh.ledger.LedgerException;
import id.patuh.ledger.RunSimulator;
import id.patuh.nightly.UnitSimulator;
import id.patuh.notice.NoticeException;
import id.patuh.report.Reasons;
import id.patuh.rulebook.History;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Simulator;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.store.StorePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens the rulebook. Nothing of a database is loaded before that. */
final class Rulebooks {

    private static final Duration LONGEST_SIMULATION = Duration.ofHours(12);

    private Rulebooks() {}

    /** What the work with the rulebook gives. What it does not allow is told as wrong usage. */
    static <T> T with(BasicOptions options, Function<Rulebook, T> work) {
        return with(options, (rulebook, ledger) -> work.apply(rulebook));
    }

    /** What the work with the rulebook, and with the runs kept beside it, gives. */
    static <T> T with(BasicOptions options, BiFunction<Rulebook, Ledger, T> work) {
        return told(options, () -> in(options, Store.open(StorePlace.url()), work));
    }

    /** What the work with the database gives. What it does not allow is told as wrong usage. */
    static <T> T withStore(BasicOptions options, Function<Store, T> work) {
        return told(options, () -> {
            try (Store store = Store.open(StorePlace.url())) {
                return work.apply(store);
            }
        });
    }

    /** What the work with the rulebook gives, where there is one; nothing is made for it. */
    static <T> Optional<T> withExisting(BasicOptions options, Function<Rulebook, T> work) {
        return told(
                options,
                () -> Store.openExisting(StorePlace.url())
                        .map(store -> in(options, store, (rulebook, ledger) -> work.apply(rulebook))));
    }

    private static <T> T in(BasicOptions options, Store opened, BiFunction<Rulebook, Ledger, T> work) {
        try (Store store = opened) {
            Clock clock = Clock.systemUTC();
            RuleCache cache = RuleCaches.ofUser();
            Ledger ledger = new Ledger(store, clock);
            Simulator simulator = new UnitSimulator(
                    store, new RunSimulator(ledger, cache), cache, options.zone(), LONGEST_SIMULATION);
            return work.apply(new Rulebook(store, clock, cache, simulator), ledger);
        }
    }

    private static <T> T told(BasicOptions options, Supplier<T> work) {
        try {
            return work.get();
        } catch (RulebookException e) {
            throw new UsageException(
                    Reasons.text(e.problem().reason(), e.problem().details(options.zone()), options.language()));
        } catch (AccountException | LedgerException | NoticeException | StoreException e) {
            throw new UsageException(Reasons.text(e.reason(), e.details(), options.language()), e);
        }
    }

    /** The files in a folder or, where there is none of that name, of a version of the rulebook. */
    static RuleSetContent named(BasicOptions options, Path named) {
        return isVersion(named) ? content(options, named.toString()) : RuleSets.content(named);
    }

    /** The same from a rulebook that is open. */
    static RuleSetContent named(Rulebook rulebook, Path named) {
        return isVersion(named) ? content(rulebook, named.toString()) : RuleSets.content(named);
    }

    /** Whether a version of the rulebook is meant, and no folder. */
    static boolean isVersion(Path named) {
        return !Files.isDirectory(named) && History.isName(named.toString());
    }

    /** The files of the version of that name. */
    static RuleSetContent content(BasicOptions options, String version) {
        return with(options, rulebook -> content(rulebook, version));
    }

    private static RuleSetContent content(Rulebook rulebook, String version) {
        return rulebook.content(rulebook.version(version).id());
    }
}
