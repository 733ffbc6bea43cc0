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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Rule sets of nights: of the folder that is named; else what the rulebook published; else what is beside the launcher. */
final class NightRuleSource implements RuleSource {

    /** The one in force, and those of results that somebody looks at. */
    private static final int MOST_KNOWN = 4;

    private final Rulebook rulebook;
    private final BasicOptions options;
    /** By hash, the last one that was asked for at the end. */
    private final Map<String, FutureTask<AppliedRules>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FutureTask<AppliedRules>> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    NightRuleSource(Store store, BasicOptions options) {
        this.rulebook = new Rulebook(store, Clock.systemUTC(), RuleCaches.ofUser());
        this.options = options;
    }

    @Override
    public AppliedRules inForce(Instant moment) {
        Optional<Version> published = options.namesFolder() ? Optional.empty() : rulebook.inForce(moment);
        return read(published.isPresent() ? rulebook.content(published.get().id()) : options.ruleSetContent());
    }

    /** Whoever wants one that is being read waits for that; whoever wants another one does not. */
    @Override
    public AppliedRules read(RuleSetContent files) {
        FutureTask<AppliedRules> reading;
        synchronized (known) {
            reading = known.computeIfAbsent(
                    files.sha256(),
                    sha256 -> new FutureTask<>(
                            () -> new AppliedRules(files, RuleSetReader.read(files, RuleCaches.ofUser()))));
        }
        reading.run();
        try {
            return reading.get();
        } catch (ExecutionException e) {
            forget(files.sha256(), reading);
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void forget(String sha256, FutureTask<AppliedRules> failed) {
        synchronized (known) {
            known.remove(sha256, failed);
        }
    }
}
