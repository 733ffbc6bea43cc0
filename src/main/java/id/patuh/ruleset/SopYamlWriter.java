package id.patuh.ruleset;

import id.patuh.law.Clock;
import id.patuh.sop.Constraint;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes SOPs as the files of {@code sop/} have them; what it writes {@link RuleSetReader#readSop} reads back as an equal
 * SOP. What an SOP lacks can be said in remarks beside its keys.
 */
public final class SopYamlWriter {

    private SopYamlWriter() {}

    /** The file that defines the SOP. */
    public static String write(Sop sop) {
        return write(definition(sop), new SopRemarks());
    }

    /**
     * The file that says what a definition says, which may lack keys that are needed.
     *
     * @param definition values by key, as {@link #definition} gives them
     */
    public static String write(Map<String, ?> definition, SopRemarks remarks) {
        return new YamlText(remarks).write(withRemarked(definition, "", remarks));
    }

    /** A value on one line, as it may stand after a key. */
    public static String line(Object value) {
        return YamlText.flow(value);
    }

    /**
     * What a {@link #line} says.
     *
     * @param key what it is the value of, for the error
     * @throws RuleSetException if it is no YAML
     */
    public static Object value(String key, String line) {
        return YamlRecords.read(new YamlFile(key, line), Object.class);
    }

    /** Whether SOP files may have the key, at their top or in a step. */
    public static boolean isKey(String key, boolean ofStep) {
        return (ofStep ? YamlText.STEP_KEYS : YamlText.SOP_KEYS).contains(key);
    }

    /**
     * An SOP as the keys of its file with their values: texts, numbers, flags, dates, lists and maps. Keys that would only
     * say what holds without them are left out.
     */
    public static Map<String, Object> definition(Sop sop) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", sop.id());
        put(keys, "number", sop.number());
        put(keys, "title", sop.title());
        put(keys, "agency", sop.agency());
        put(keys, "unit", sop.unit());
        put(keys, "created", sop.created());
        put(keys, "revised", sop.revised());
        put(keys, "in_force", sop.inForce());
        put(keys, "until", sop.until());
        put(keys, "ratified", ratified(sop.ratification()));
        put(keys, "subjects", sop.subjects());
        put(keys, "purpose", sop.purpose());
        put(keys, "scope", sop.scope());
        put(
                keys,
                "legal_basis",
                sop.legalBasis().stream().map(SopYamlWriter::citation).toList());
        put(keys, "related", sop.related());
        put(keys, "equipment", sop.equipment());
        put(keys, "warnings", sop.warnings());
        put(keys, "records", sop.records());
        put(
                keys,
                "qualifications",
                sop.qualifications().stream().map(SopYamlWriter::qualification).toList());
        put(keys, "external_inputs", sop.externalInputs());
        Clock clock = !sop.steps().isEmpty() && sop.steps().stream().allMatch(s -> s.clock() == Clock.ELAPSED)
                ? Clock.ELAPSED
                : Clock.WORKING;
        keys.put("clock", word(clock));
        put(keys, "clock_inferred", sop.clockInferred() ? true : null);
        put(keys, "calendar", sop.calendar());
        put(keys, "roles", sop.roles());
        put(keys, "role_aliases", sop.roleAliases().isEmpty() ? null : new TreeMap<>(sop.roleAliases()));
        put(keys, "survey", survey(sop.survey()));
        put(keys, "flow", sop.free() ? "free" : null);
        List<Map<String, Object>> steps = new ArrayList<>();
        Step above = null;
        for (Step step : sop.steps()) {
            steps.add(step(step, above, sop.free(), clock));
            above = step;
        }
        put(keys, "steps", steps);
        put(
                keys,
                "constraints",
                sop.constraints().stream().map(c -> constraint(c, clock)).toList());
        return keys;
    }

    private static Map<String, Object> constraint(Constraint constraint, Clock clock) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", constraint.id());
        keys.put("kind", constraint.kind().word());
        keys.put("steps", constraint.steps().stream().map(Step::no).toList());
        put(keys, "count", constraint.count() == 1 ? null : constraint.count());
        put(keys, "limit", constraint.printedLimit());
        put(keys, "clock", constraint.clock() == null || constraint.clock() == clock ? null : word(constraint.clock()));
        put(
                keys,
                "severity",
                constraint.severity() == null ? null : constraint.severity().word());
        put(keys, "basis", constraint.basis());
        return keys;
    }

    private static Map<String, Object> step(Step step, Step above, boolean free, Clock clock) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("no", step.no());
        put(keys, "title", step.title());
        put(keys, "executor", step.executor());
        put(keys, "executor_inferred", step.executorInferred() ? true : null);
        put(keys, "inputs", step.inputs());
        put(keys, "within", step.within());
        put(keys, "deadline_from", step.deadlineFrom());
        put(keys, "outputs", step.outputs());
        List<Integer> implied = free || above == null ? List.of() : List.of(above.no());
        if (!step.after().equals(implied)) {
            keys.put("after", step.after());
        }
        put(keys, "optional", step.optional() == free ? null : step.optional());
        put(keys, "optional_reason", step.optionalReason());
        put(keys, "decision", decision(step.decision()));
        put(keys, "clock", step.clock() == clock ? null : word(step.clock()));
        put(keys, "note", step.note());
        return keys;
    }

    private static Map<String, Object> ratified(Sop.Ratification ratification) {
        if (ratification.position() == null && !ratification.signatoryNamed() && !ratification.nipGiven()) {
            return null;
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        put(keys, "position", ratification.position());
        keys.put("signatory_named", ratification.signatoryNamed());
        keys.put("nip_given", ratification.nipGiven());
        return keys;
    }

    private static Object citation(Sop.LegalReference reference) {
        if (reference.source() == null) {
            return reference.text();
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("text", reference.text());
        keys.put("source", reference.source());
        return keys;
    }

    private static Map<String, Object> qualification(Sop.Qualification qualification) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("role", qualification.role());
        keys.put("requires", qualification.requires());
        return keys;
    }

    private static Map<String, Object> survey(Sop.SurveyDuty survey) {
        if (survey == null) {
            return null;
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        put(keys, "min_respondents", survey.minRespondents());
        put(keys, "groups", survey.groups());
        put(keys, "steps", survey.steps());
        return keys;
    }

    private static Map<String, Object> decision(Step.Decision decision) {
        if (decision == null) {
            return null;
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        put(keys, "approve", decision.approve());
        put(keys, "revise", decision.revise());
        put(keys, "inferred", decision.inferred() ? true : null);
        return keys;
    }

    private static String word(Clock clock) {
        return clock.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> keys, String key, Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            keys.put(key, value);
        }
    }

    /** The definition with a null for every key that has a remark and no value, where its readers look for it. */
    private static Map<String, Object> withRemarked(Map<String, ?> definition, String prefix, SopRemarks remarks) {
        Map<String, Object> all = new LinkedHashMap<>();
        List<String> order = prefix.isEmpty() ? YamlText.SOP_KEYS : YamlText.STEP_KEYS;
        for (String key : order) {
            if (definition.containsKey(key)) {
                all.put(key, definition.get(key));
            } else if (!remarks.at(prefix + key).isEmpty()) {
                all.put(key, null);
            }
        }
        definition.forEach(all::putIfAbsent);
        if (all.get("steps") instanceof List<?> steps && prefix.isEmpty()) {
            List<Object> marked = new ArrayList<>();
            for (Object step : steps) {
                @SuppressWarnings("unchecked")
                Map<String, ?> keys = (Map<String, ?>) step;
                marked.add(withRemarked(keys, keys.get("no") + "/", remarks));
            }
            all.put("steps", marked);
        }
        return all;
    }
}
