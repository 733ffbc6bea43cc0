package id.patuh.nightly;

import id.patuh.ruleset.RuleSetContent;
import java.time.Instant;

/** Where nights have their rule sets from. */
public interface RuleSource {

    /**
     * The rule set in force at a moment.
     *
     * @throws id.patuh.ruleset.RuleSetException if this program cannot use it
     */
    AppliedRules inForce(Instant moment);

    /**
     * The rule set made of some files.
     *
     * @throws id.patuh.ruleset.RuleSetException if this program cannot use it
     */
    AppliedRules read(RuleSetContent files);
}
