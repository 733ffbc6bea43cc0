package id.patuh.nightly;

import id.patuh.engine.RuleCache;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What the rulebook published; where nothing of it is in force, the rule set of a folder. */
public final class PublishedRules implements RuleSource {

    /** Null where only the folder counts. */
    private final Rulebook rulebook;

    private final Supplier<RuleSetContent> folder;
    private final RuleCache cache;
    /** The last one; nearly always the same is asked for. */
    private AppliedRules last;

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

    @Override
    public synchronized AppliedRules read(RuleSetContent files) {
        if (last == null || !last.files().sha256().equals(files.sha256())) {
            last = new AppliedRules(files, RuleSetReader.read(files, cache));
        }
        return last;
    }
}
