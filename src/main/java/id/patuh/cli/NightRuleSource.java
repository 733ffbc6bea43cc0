package id.patuh.cli;

import id.patuh.engine.RuleCache;
import id.patuh.nightly.PublishedRules;
import id.patuh.nightly.RuleSource;
import id.patuh.rulebook.Rulebook;
import id.patuh.store.Store;
import java.time.Clock;

/** Rule sets of nights and of the server: of the folder that is named; else what was published; else what is beside the launcher. */
final class NightRuleSource {

    private NightRuleSource() {}

    /** @param cache keeps what rule sets are compiled to */
    static RuleSource of(Store store, BasicOptions options, RuleCache cache) {
        Rulebook rulebook = options.namesFolder() ? null : new Rulebook(store, Clock.systemUTC(), cache);
        return new PublishedRules(rulebook, options::ruleSetContent, cache);
    }
}
