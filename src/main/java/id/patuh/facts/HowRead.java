package id.patuh.facts;

import id.patuh.intake.Dataset;
import id.patuh.intake.Intake;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSet;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a file is read, so that it can be read again in the same way.
 *
 * @param zone of times without an offset
 * @param sop the SOP of rows that name none, or null
 * @param mapping id of the mapping of the rule set by which all its tables are read; null to recognise them
 * @param saved mappings of its scope, by which tables are read that have their columns, unless {@code mapping} is given
 */
public record HowRead(ZoneId zone, String sop, String mapping, List<SavedMapping> saved) {

    public HowRead {
        saved = List.copyOf(saved);
    }

    /** What tells by itself how it is to be read. */
    public HowRead(ZoneId zone) {
        this(zone, null, null, List.of());
    }

    /**
     * Reads so under a rule set.
     *
     * @throws FactsException if the rule set has no such mapping, or a saved one is no longer taken
     */
    Intake intake(RuleSet ruleSet) {
        return new Intake(options(ruleSet), ruleSet.regulations(), ruleSet.sops());
    }

    Intake.Options options(RuleSet ruleSet) {
        Mapping demanded = mapping == null ? null : mapping(ruleSet);
        return new Intake.Options(zone, sop, null, demanded, ruleSet.mappings())
                .with(saved.stream().map(SavedMapping::mapping).toList());
    }

    /** The same with those saved mappings alone by which a file was read. */
    HowRead asUsed(Dataset read) {
        Set<String> used = read.inputs().stream()
                .flatMap(input -> input.notes().stream())
                .filter(note -> note.key().equals(Intake.OWN_MAPPING_USED))
                .map(note -> note.details().get("mapping"))
                .collect(Collectors.toSet());
        return new HowRead(
                zone,
                sop,
                mapping,
                saved.stream().filter(each -> used.contains(each.label())).toList());
    }

    /** Whether a file can be read so: the rule set has the mapping that it is to have, and saved ones are still taken. */
    boolean isPossible(RuleSet ruleSet) {
        return (mapping == null || ruleSet.mapping(mapping).isPresent())
                && saved.stream().allMatch(SavedMapping::isUsable);
    }

    private Mapping mapping(RuleSet ruleSet) {
        return ruleSet.mapping(mapping)
                .orElseThrow(() -> new FactsException("facts-mapping-missing", Map.of("mapping", mapping)));
    }
}
