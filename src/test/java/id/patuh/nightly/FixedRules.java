package id.patuh.nightly;

import id.patuh.ruleset.RuleSetContent;
import java.time.Instant;

/** Nights under one rule set, whenever they are. */
public record FixedRules(AppliedRules rules) implements RuleSource {

    @Override
    public AppliedRules inForce(Instant moment) {
        return rules;
    }

    @Override
    public AppliedRules read(RuleSetContent files) {
        return rules;
    }
}
