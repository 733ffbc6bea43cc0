package id.patuh.ruleset;

import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleProblem;
import java.util.ArrayList;
import java.util.List;

/** A rule set that was read and compiled without a problem and that passed all trials: there is no other way to one. */
public final class TestedRuleSet {

    private final RuleSet ruleSet;

    private TestedRuleSet(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /** What a rule set must pass before it may be put in force. */
    @FunctionalInterface
    public interface Trial {

        /**
         * Tries a rule set out.
         *
         * @param content the files that it was made of, with the cases beside the rules
         * @return what is wrong with it; empty when it passes
         */
        List<RuleProblem> problems(RuleSetContent content, RuleSet ruleSet);
    }

    /**
     * Reads, compiles and tries out, without a sign of it to anybody else.
     *
     * @param cache whose rules in use are shared: what differs in data alone is not compiled again
     * @throws RuleSetException if a file is wrong, else if any trial is not passed; names every place
     */
    public static TestedRuleSet of(RuleSetContent content, RuleCache cache, List<Trial> trials) {
        RuleSet ruleSet = RuleSetReader.read(content, cache);
        List<RuleProblem> problems = new ArrayList<>();
        trials.forEach(trial -> problems.addAll(trial.problems(content, ruleSet)));
        if (!problems.isEmpty()) {
            throw new RuleSetException(problems);
        }
        return new TestedRuleSet(ruleSet);
    }

    /** The rule set. */
    public RuleSet ruleSet() {
        return ruleSet;
    }
}
