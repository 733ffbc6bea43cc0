package id.patuh.rulebook;

import id.patuh.check.RuleTrial;
import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleProblem;
import id.patuh.report.Language;
import id.patuh.report.Version;
import id.patuh.ruleset.LintFinding;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.TestedRuleSet;
import java.util.List;

/** Compiles, lints and tries rule sets: what one must pass before it is approved, and before it is in force. */
public class Examiner implements TestedRuleSet.Trial {

    private final RuleCache cache;

    /** @param cache keeps what rule sets are compiled to */
    public Examiner(RuleCache cache) {
        this.cache = cache;
    }

    /** @throws RuleSetException if the files are no usable rule set */
    void compile(RuleSetContent files) {
        RuleSetReader.read(files, cache);
    }

    /** What comes of it; one that cannot be used fails. */
    public Examination examine(RuleSetContent files) {
        try {
            RuleLibrary library = RuleLibrary.read(files, cache);
            return new Examination(library.lint(), new RuleTrial(library.trialRules()).run(library.cases()));
        } catch (RuleSetException e) {
            return new Examination(LintFinding.of(e), null);
        }
    }

    /** What keeps the rule set from passing; empty where it passes. */
    @Override
    public List<RuleProblem> problems(RuleSetContent content, RuleSet ruleSet) {
        return examine(content).problems();
    }

    /** The report that is kept: what was examined, by which program, and what came of it; in the program's own language. */
    String report(RuleSetContent files, Examination examination) {
        return "patuh " + Version.current() + ", " + files.sha256() + "\n\n" + examination.text(Language.ID);
    }
}
