package id.patuh.ruleset;

import id.patuh.engine.RuleCache;
import java.nio.file.Path;

/** A rule set with what its folder holds for people: cases, pages and the code of its rules. */
public final class RuleLibrary {

    private final RuleSet ruleSet;
    private final RuleSetFiles files;

    private RuleLibrary(RuleSet ruleSet, RuleSetFiles files) {
        this.ruleSet = ruleSet;
        this.files = files;
    }

    /**
     * Reads a rule set.
     *
     * @throws RuleSetException if any file that checks need is wrong
     */
    public static RuleLibrary read(Path folder, RuleCache cache) {
        RuleSetFiles files = new RuleSetFiles(folder);
        return new RuleLibrary(RuleSetReader.read(files, cache), files);
    }

    /** What checks need of it. */
    public RuleSet ruleSet() {
        return ruleSet;
    }

    /** The cases beside the rules. */
    public RuleCases cases() {
        return RuleCaseReader.read(files, ruleSet);
    }
}
