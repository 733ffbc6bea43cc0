package id.patuh.ruleset;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The rule set in force, for any number of threads. It changes in one step. A check takes it once, at its beginning, and
 * keeps it, so that a check under way ends under the rules that it began with; nobody else keeps a rule set that is no
 * longer in force.
 */
public final class ActiveRules {

    private final AtomicReference<RuleSet> inForce;

    /** @param first what is in force to begin with */
    public ActiveRules(TestedRuleSet first) {
        inForce = new AtomicReference<>(first.ruleSet());
    }

    /** The rule set in force at this moment. */
    public RuleSet current() {
        return inForce.get();
    }

    /** Puts a rule set in force for all checks that begin from now on. */
    public void activate(TestedRuleSet candidate) {
        inForce.set(candidate.ruleSet());
    }
}
