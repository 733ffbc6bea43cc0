package id.patuh.ruleset;

import java.nio.file.Path;

/** The project's own rule set, read and compiled once for all tests. */
public final class OurRules {

    public static final RuleSet RULES = RuleSetReader.read(Path.of("rules"));

    private OurRules() {}
}
