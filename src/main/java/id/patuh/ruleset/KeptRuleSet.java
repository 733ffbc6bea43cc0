package id.patuh.ruleset;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleMetadata;
import id.patuh.law.CalendarDefinition;
import id.patuh.law.Parameter;
import id.patuh.law.Parameters;
import id.patuh.law.Source;
import id.patuh.law.Sources;
import id.patuh.law.WorkingCalendar;
import id.patuh.mapping.Mapping;
import id.patuh.skm.Region;
import id.patuh.skm.Regulation;
import id.patuh.skm.Regulations;
import id.patuh.skm.Unsur;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule set in which nothing was found wrong, as a cache keeps it. It is kept by the hash of all files of the rule set, so
 * that what was found then is found still.
 *
 * @param rules what rules declare, by package and name; their classes are kept by themselves, by the rules alone
 */
record KeptRuleSet(
        String name,
        String version,
        List<Source> sources,
        List<Parameter> parameters,
        List<CalendarDefinition> calendars,
        Map<String, String> calendarOfUnit,
        List<Sop> sops,
        List<Law> regulations,
        Map<String, List<GradeBand>> grades,
        List<Region> regions,
        List<UnsurReason> reasons,
        List<Mapping> mappings,
        Map<String, Map<String, String>> messages,
        Map<String, RuleMetadata> rules) {

    /** What a regulation is made of. */
    record Law(
            String id,
            String title,
            LocalDate inForce,
            LocalDate repealed,
            BigDecimal min,
            BigDecimal max,
            List<BigDecimal> roundedWeights,
            List<Unsur> unsur) {

        private static Law of(Regulation regulation) {
            return new Law(
                    regulation.id(),
                    regulation.title(),
                    regulation.inForce(),
                    regulation.repealed(),
                    regulation.min(),
                    regulation.max(),
                    regulation.roundedWeights(),
                    regulation.unsur());
        }

        private Regulation regulation() {
            return new Regulation(id, title, inForce, repealed, min, max, roundedWeights, unsur);
        }
    }

    /** The rule set that was made of the same files before; null if the cache has it not, or not whole. */
    static RuleSet find(RuleSetContent files, RuleCache cache) {
        byte[] bytes = cache.get(parts(files.sha256()));
        if (bytes == null) {
            return null;
        }
        try {
            KeptRuleSet kept = new RecordCodec().read(KeptRuleSet.class, bytes);
            CompiledRules rules = CompiledRules.load(RuleFiles.sources(files), cache, kept.rules);
            return rules == null ? null : kept.ruleSet(files.sha256(), rules);
        } catch (IOException e) {
            return null;
        }
    }

    /** Keeps a rule set. */
    static void keep(RuleSet ruleSet, RuleCache cache) {
        try {
            cache.put(parts(ruleSet.sha256()), new RecordCodec().write(of(ruleSet)));
        } catch (IOException e) {
            // It is read anew the next time.
            return;
        }
    }

    private static List<String> parts(String sha256) {
        return List.of("rule set", sha256);
    }

    static KeptRuleSet of(RuleSet ruleSet) {
        Map<String, Map<String, String>> messages = new HashMap<>();
        for (String language : ruleSet.messages().languages()) {
            Map<String, String> texts = new HashMap<>();
            for (String key : ruleSet.messages().keys(language)) {
                texts.put(key, ruleSet.messages().text(key, language).orElseThrow());
            }
            messages.put(language, texts);
        }
        return new KeptRuleSet(
                ruleSet.name(),
                ruleSet.version(),
                ruleSet.sources().all(),
                ruleSet.parameters().all(),
                ruleSet.calendars().values().stream()
                        .map(WorkingCalendar::definition)
                        .toList(),
                ruleSet.calendarOfUnit(),
                ruleSet.sops().all(),
                ruleSet.regulations().all().stream().map(Law::of).toList(),
                ruleSet.grades(),
                ruleSet.regions(),
                ruleSet.reasons(),
                ruleSet.mappings(),
                messages,
                ruleSet.rules().byKey());
    }

    private RuleSet ruleSet(String sha256, CompiledRules compiled) {
        Map<String, WorkingCalendar> calendarById = new TreeMap<>();
        calendars.forEach(calendar -> calendarById.put(calendar.id(), new WorkingCalendar(calendar)));
        return new RuleSet(
                name,
                version,
                sha256,
                new Sources(sources),
                new Parameters(parameters),
                calendarById,
                calendarOfUnit,
                new Sops(sops),
                new Regulations(regulations.stream().map(Law::regulation).toList()),
                grades,
                regions,
                reasons,
                mappings,
                new Messages(messages),
                compiled);
    }
}
