package id.patuh.rulebook;

import id.patuh.check.RuleTrial;
import id.patuh.engine.RuleCache;
import id.patuh.report.Language;
import id.patuh.report.Version;
import id.patuh.ruleset.LintFinding;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.violation.Severity;

/** Compiles, lints and tries rule sets. */
class Examiner {

    private final RuleCache cache;

    Examiner(RuleCache cache) {
        this.cache = cache;
    }

    /** @throws RuleSetException if the files are no usable rule set */
    void compile(RuleSetContent files) {
        RuleSetReader.read(files, cache);
    }

    Examination examine(RuleSetContent files) {
        try {
            RuleLibrary library = RuleLibrary.read(files, cache);
            return new Examination(library.lint(), new RuleTrial(library.trialRules()).run(library.cases()));
        } catch (RuleSetException e) {
            return new Examination(
                    e.problems().stream()
                            .map(problem -> new LintFinding(Severity.CRITICAL, problem))
                            .toList(),
                    null);
        }
    }

    /** The report that is kept: what was examined, by which program, and what came of it; in the program's own language. */
    String report(RuleSetContent files, Examination examination) {
        return "patuh " + Version.current() + ", " + files.sha256() + "\n\n" + examination.text(Language.ID);
    }
}
