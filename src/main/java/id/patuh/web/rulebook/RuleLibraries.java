package id.patuh.web.rulebook;

import id.patuh.engine.RuleCache;
import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.RuleSource;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleLibrary;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Rule sets with all that people look at; the last few are remembered. */
public final class RuleLibraries {

    private static final int MOST = 4;

    private final Rulebook rulebook;
    private final RuleSource rules;
    private final RuleCache cache;
    private final Clock clock;
    private final Map<String, RuleLibrary> remembered = new LinkedHashMap<>(MOST, 0.75f, true);

    RuleLibraries(Rulebook rulebook, RuleSource rules, RuleCache cache, Clock clock) {
        this.rulebook = rulebook;
        this.rules = rules;
        this.cache = cache;
        this.clock = clock;
    }

    /** The one that is checked by now. */
    public RuleLibrary inForce() {
        AppliedRules applied = rules.inForce(clock.instant());
        return remembered(applied.files().sha256(), () -> RuleLibrary.of(applied.ruleSet(), applied.files()));
    }

    /**
     * That of a version.
     *
     * @throws id.patuh.ruleset.RuleSetException if this program does not take it, whatever an earlier one did
     */
    public RuleLibrary of(Version version) {
        return remembered(
                version.draft().contentSha256(), () -> RuleLibrary.read(rulebook.content(version.id()), cache));
    }

    /** What rule sets are compiled to is kept there. */
    RuleCache cache() {
        return cache;
    }

    /** By which values are chosen that depend on a day. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    private synchronized RuleLibrary remembered(String sha256, Supplier<RuleLibrary> read) {
        RuleLibrary library = remembered.get(sha256);
        if (library == null) {
            library = read.get();
            remembered.put(sha256, library);
            if (remembered.size() > MOST) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
        return library;
    }
}
