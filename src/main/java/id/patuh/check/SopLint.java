package id.patuh.check;

import id.patuh.ruleset.RuleSet;
import id.patuh.sop.Sop;
import java.util.Collection;
import java.util.List;

/** Checks SOP definitions themselves. */
public final class SopLint {

    private final RuleSet ruleSet;

    public SopLint(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /** Checks the given definitions, which may refer to those of the rule set. */
    public CheckResult run(Collection<Sop> sops, CheckRequest request) {
        return new CheckResult(
                request.asOf(),
                request.zone(),
                ruleSet,
                List.of(),
                List.of(),
                0,
                0,
                0,
                sops.size(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
