package id.patuh.facts;

import id.patuh.intake.Intake;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSet;
import java.time.ZoneId;
import java.util.Map;

/**
 * How a file is read, so that it can be read again in the same way.
 *
 * @param zone of times without an offset
 * @param sop the SOP of rows that name none, or null
 * @param mapping id of the mapping of the rule set by which all its tables are read; null to recognise them
 */
public record HowRead(ZoneId zone, String sop, String mapping) {

    /** What tells by itself how it is to be read. */
    public HowRead(ZoneId zone) {
        this(zone, null, null);
    }

    /**
     * Reads so under a rule set.
     *
     * @throws FactsException if the rule set has no such mapping
     */
    Intake intake(RuleSet ruleSet) {
        return new Intake(options(ruleSet), ruleSet.regulations(), ruleSet.sops());
    }

    Intake.Options options(RuleSet ruleSet) {
        return new Intake.Options(zone, sop, null, mapping == null ? null : mapping(ruleSet), ruleSet.mappings());
    }

    /** Whether the rule set has the mapping, if it is to have it. */
    boolean isKnownTo(RuleSet ruleSet) {
        return mapping == null || ruleSet.mapping(mapping).isPresent();
    }

    private Mapping mapping(RuleSet ruleSet) {
        return ruleSet.mapping(mapping)
                .orElseThrow(() -> new FactsException("facts-mapping-missing", Map.of("mapping", mapping)));
    }
}
