package id.patuh.facts;

import id.patuh.intake.InputFile;
import id.patuh.intake.Intake;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;

/**
 * How a file is read, so that it can be read again in the same way.
 *
 * @param zone of times without an offset
 * @param sop the SOP of rows that name none, or null
 * @param kind what the file holds, or null to recognise it
 * @param mapping how all its tables are read: the id of a mapping of the rule set, or the name of a mapping's file; null to
 *     recognise them
 * @param mappingText what that file holds; null for a mapping of the rule set, or none
 */
public record HowRead(ZoneId zone, String sop, InputFile.Kind kind, String mapping, String mappingText) {

    /** What tells by itself how it is to be read. */
    public HowRead(ZoneId zone) {
        this(zone, null, null, null, null);
    }

    /**
     * Reads so under a rule set.
     *
     * @throws FactsException if the rule set has no such mapping
     * @throws id.patuh.ruleset.RuleSetException if the mapping's file is wrong
     */
    public Intake intake(RuleSet ruleSet) {
        return new Intake(options(ruleSet), ruleSet.regulations(), ruleSet.sops());
    }

    /** Whether the rule set has the mapping, if it is to have it. */
    boolean isKnownTo(RuleSet ruleSet) {
        return mapping == null
                || mappingText != null
                || ruleSet.mapping(mapping).isPresent();
    }

    Intake.Options options(RuleSet ruleSet) {
        return new Intake.Options(zone, sop, kind, mapping == null ? null : mapping(ruleSet), ruleSet.mappings());
    }

    private Mapping mapping(RuleSet ruleSet) {
        if (mappingText != null) {
            return RuleSetReader.readMapping(mapping, mappingText.getBytes(StandardCharsets.UTF_8));
        }
        return ruleSet.mapping(mapping)
                .orElseThrow(() -> new FactsException("facts-mapping-missing", Map.of("mapping", mapping)));
    }
}
