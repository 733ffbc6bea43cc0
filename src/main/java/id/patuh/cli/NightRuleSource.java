package id.patuh.cli;

import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.RuleSource;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Rule sets of nights: of the folder that is named; else what the rulebook published; else what is beside the launcher. */
final class NightRuleSource implements RuleSource {

    private final Rulebook rulebook;
    private final BasicOptions options;
    /** The last one; nearly all nights have the same. */
    private AppliedRules last;

    NightRuleSource(Store store, BasicOptions options) {
        this.rulebook = new Rulebook(store, Clock.systemUTC(), RuleCaches.ofUser());
        this.options = options;
    }

    @Override
    public AppliedRules inForce(Instant moment) {
        Optional<Version> published = options.namesFolder() ? Optional.empty() : rulebook.inForce(moment);
        return read(published.isPresent() ? rulebook.content(published.get().id()) : options.ruleSetContent());
    }

    @Override
    public synchronized AppliedRules read(RuleSetContent files) {
        if (last == null || !last.files().sha256().equals(files.sha256())) {
            last = new AppliedRules(files, RuleSetReader.read(files, RuleCaches.ofUser()));
        }
        return last;
    }
}
