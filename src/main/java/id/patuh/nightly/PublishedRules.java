package id.patuh.nightly;

import id.patuh.engine.RuleCache;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** What the rulebook published; where nothing of it is in force, the rule set of a folder. */
public final class PublishedRules implements RuleSource {

    /** The one in force, and those of results that somebody looks at. */
    private static final int MOST_KNOWN = 4;

    /** Null where only the folder counts. */
    private final Rulebook rulebook;

    private final Supplier<RuleSetContent> folder;
    private final RuleCache cache;
    /** By hash, the last one that was asked for at the end. */
    private final Map<String, FutureTask<AppliedRules>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FutureTask<AppliedRules>> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /**
     * @param rulebook null where the folder counts whatever was published
     * @param folder gives the files of the folder as they are now
     * @param cache keeps what rule sets are compiled to
     */
    public PublishedRules(Rulebook rulebook, Supplier<RuleSetContent> folder, RuleCache cache) {
        this.rulebook = rulebook;
        this.folder = folder;
        this.cache = cache;
    }

    @Override
    public AppliedRules inForce(Instant moment) {
        Optional<Version> published = rulebook == null ? Optional.empty() : rulebook.inForce(moment);
        return read(published.isPresent() ? rulebook.content(published.get().id()) : folder.get());
    }

    /** Whoever wants one that is being read waits for that; whoever wants another one does not. */
    @Override
    public AppliedRules read(RuleSetContent files) {
        FutureTask<AppliedRules> reading;
        synchronized (known) {
            reading = known.computeIfAbsent(
                    files.sha256(),
                    sha256 -> new FutureTask<>(() -> new AppliedRules(files, RuleSetReader.read(files, cache))));
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
