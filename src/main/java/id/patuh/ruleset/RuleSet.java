package id.patuh.ruleset;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.RuleMetadata;
import id.patuh.law.Parameters;
import id.patuh.law.Sources;
import id.patuh.law.WorkingCalendar;
import id.patuh.mapping.Mapping;
import id.patuh.skm.Region;
import id.patuh.skm.Regulations;
import id.patuh.sop.Sops;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule set: the compiled rules with all the data that they judge by. It never changes, and is known by its hash.
 *
 * @param name what it is called
 * @param version as its makers count it
 * @param sha256 of the content of all its files
 * @param sources regulations and other sources of law
 * @param parameters dated values
 * @param calendars working calendars by id
 * @param calendarOfUnit ids of calendars by normalised name of the units that keep their own
 * @param sops SOP definitions
 * @param regulations survey regulations
 * @param grades the grades of each survey regulation by its id, from the lowest
 * @param regions regions whose units' surveys are put together
 * @param reasons which violations bear on which unsur
 * @param mappings how exports of other systems are read
 * @param messages texts in every language
 * @param rules the compiled rules
 */
public record RuleSet(
        String name,
        String version,
        String sha256,
        Sources sources,
        Parameters parameters,
        Map<String, WorkingCalendar> calendars,
        Map<String, String> calendarOfUnit,
        Sops sops,
        Regulations regulations,
        Map<String, List<GradeBand>> grades,
        List<Region> regions,
        List<UnsurReason> reasons,
        List<Mapping> mappings,
        Messages messages,
        CompiledRules rules) {

    /** The calendar that holds where nothing else is named. */
    public static final String DEFAULT_CALENDAR = "asn";

    public RuleSet {
        calendars = Collections.unmodifiableMap(calendars);
        calendarOfUnit = Collections.unmodifiableMap(calendarOfUnit);
        grades = Collections.unmodifiableMap(grades);
        regions = List.copyOf(regions);
        reasons = List.copyOf(reasons);
        mappings = List.copyOf(mappings);
    }

    /**
     * The calendar with this id.
     *
     * @param id null means the default
     */
    public WorkingCalendar calendar(String id) {
        return calendars.get(id == null ? DEFAULT_CALENDAR : id);
    }

    /**
     * The grades of a survey regulation, from the lowest; none of one that has no table.
     *
     * @param regulation its id; null has none
     */
    public List<GradeBand> gradeBands(String regulation) {
        return regulation == null ? List.of() : grades.getOrDefault(regulation, List.of());
    }

    /** The rules with this id: one for each severity that circumstances may give; none where there is no such id. */
    public List<RuleMetadata> rules(String id) {
        return rules.catalog().stream().filter(r -> r.id().equals(id)).toList();
    }

    /** The mapping with this id. */
    public Optional<Mapping> mapping(String id) {
        return mappings.stream().filter(m -> m.name().equals(id)).findFirst();
    }

    /**
     * This rule set without its policy: every rule is judged by, with its own severity; for trying out what rules find,
     * whether or not they are used.
     */
    public RuleSet asDeclared() {
        return new RuleSet(
                name,
                version,
                sha256,
                sources,
                parameters,
                calendars,
                calendarOfUnit,
                sops,
                regulations,
                grades,
                regions,
                reasons,
                mappings,
                messages,
                rules.declaring(RuleMetadata::asDeclared));
    }

    /** This rule set with other SOPs, parameters and regions; for trying out what is not part of it. */
    public RuleSet with(Sops otherSops, Parameters otherParameters, List<Region> otherRegions) {
        return new RuleSet(
                name,
                version,
                sha256,
                sources,
                otherParameters,
                calendars,
                calendarOfUnit,
                otherSops,
                regulations,
                grades,
                otherRegions,
                reasons,
                mappings,
                messages,
                rules);
    }
}
