package id.patuh.cli;

import id.patuh.report.Reasons;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.RulebookException;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.store.StorePlace;
import java.time.Clock;
import java.util.function.Function;

/** Opens the rulebook. Nothing of a database is loaded before that. */
final class Rulebooks {

    private Rulebooks() {}

    /** What the work with the rulebook gives. What it does not allow is told as wrong usage. */
    static <T> T with(BasicOptions options, Function<Rulebook, T> work) {
        try (Store store = Store.open(StorePlace.url())) {
            return work.apply(new Rulebook(store, Clock.systemUTC(), RuleCaches.ofUser()));
        } catch (RulebookException e) {
            throw new UsageException(
                    Reasons.text(e.problem().reason(), e.problem().details(), options.language()));
        } catch (StoreException e) {
            throw new UsageException(Reasons.text(e.reason(), e.details(), options.language()));
        }
    }

    /** The files of the version of that name. */
    static RuleSetContent content(BasicOptions options, String version) {
        return with(
                options, rulebook -> rulebook.content(rulebook.version(version).id()));
    }
}
