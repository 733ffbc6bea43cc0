package id.patuh.ruleset;

import id.patuh.engine.RuleCache;
import java.nio.file.Path;

/** The project's own rule set, read and compiled once for all tests. */
public final class OurRules {

    public static final RuleLibrary LIBRARY = RuleLibrary.read(RuleSetContent.of(Path.of("rules")), RuleCache.none());
    public static final RuleSet RULES = LIBRARY.ruleSet();

    private OurRules() {}
}
