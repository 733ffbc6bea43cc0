package id.patuh.ruleset;

import static id.patuh.ruleset.SopYaml.orEmpty;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.RuleMetadata;
import id.patuh.violation.Severity;
import id.patuh.wording.Nearest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads {@code policy.yaml}: which rules are switched off, and which have another severity than they declare. The rules
 * themselves stay as they are compiled.
 */
final class PolicyReader {

    static final String FILE = "policy.yaml";

    private final YamlProblems at;
    private final Map<String, Set<Severity>> declared = new HashMap<>();
    private final Predicate<String> resolves;
    /** By id of the rule. */
    private final Map<String, String> switchedOff = new HashMap<>();
    /** By id and declared severity. */
    private final Map<Declared, Severity> severities = new HashMap<>();

    private final Map<Declared, String> first = new HashMap<>();

    /** Rules of an id; without a severity all of them. */
    private record Declared(String rule, Severity severity) {}

    /** The file. */
    record PolicyYaml(List<EntryYaml> rules) {}

    /** What is said of the rules of an id. */
    record EntryYaml(String rule, Boolean enabled, String declared, String severity, String why, String basis) {}

    /** @param resolves whether {@code source/clause} names a clause */
    PolicyReader(YamlProblems at, CompiledRules rules, Predicate<String> resolves) {
        this.at = at;
        this.resolves = resolves;
        for (RuleMetadata rule : rules.catalog()) {
            declared.computeIfAbsent(rule.id(), id -> new TreeSet<>()).add(rule.severity());
        }
    }

    /** The rules as the policy has them. */
    CompiledRules apply(PolicyYaml yaml, CompiledRules rules) {
        for (int i = 0; i < orEmpty(yaml.rules()).size(); i++) {
            read("rules[" + (i + 1) + "]", yaml.rules().get(i));
        }
        return at.isEmpty() ? rules.declaring(this::changed) : rules;
    }

    private RuleMetadata changed(RuleMetadata rule) {
        Severity severity = severities.getOrDefault(new Declared(rule.id(), rule.severity()), rule.severity());
        return rule.under(severity, switchedOff.get(rule.id()));
    }

    private void read(String key, EntryYaml entry) {
        boolean complete = at.require(key + ".rule", entry.rule())
                & at.require(key + ".why", entry.why())
                & at.require(key + ".basis", entry.basis());
        if (entry.basis() != null && !resolves.test(entry.basis())) {
            at.add(key + ".basis", "basis-unknown");
        }
        if (entry.rule() != null && !declared.containsKey(entry.rule())) {
            Optional<String> near = Nearest.to(entry.rule(), declared.keySet());
            at.add(
                    key + ".rule",
                    near.isPresent() ? "rule-misspelt" : "rule-unknown",
                    near.map(n -> Map.of("near", n)).orElse(Map.of()));
        } else if (complete) {
            readChange(key, entry);
        }
    }

    private void readChange(String key, EntryYaml entry) {
        Set<Severity> known = declared.get(entry.rule());
        if (Boolean.FALSE.equals(entry.enabled())) {
            if (entry.severity() != null) {
                at.add(key + ".severity", "policy-severity-needless");
            } else if (isFirst(key, new Declared(entry.rule(), null))) {
                switchedOff.put(entry.rule(), entry.why());
            }
        } else if (at.require(key + ".severity", entry.severity())) {
            Severity wanted = severity(key + ".severity", entry.severity(), Set.of(Severity.values()));
            Severity of = entry.declared() != null
                    ? severity(key + ".declared", entry.declared(), known)
                    : known.size() == 1 ? known.iterator().next() : null;
            if (of == null && entry.declared() == null) {
                at.add(key, "policy-declared-absent", Map.of("known", words(known)));
            }
            Declared change = new Declared(entry.rule(), of);
            if (wanted != null && of != null && isFirst(key, change)) {
                severities.put(change, wanted);
            }
        }
    }

    private boolean isFirst(String key, Declared change) {
        String before = first.putIfAbsent(change, key);
        if (before != null) {
            at.add(key + ".rule", "rule-listed-twice", Map.of("first", before));
        }
        return before == null;
    }

    /** Null where it is none of those known. */
    private Severity severity(String key, String word, Set<Severity> known) {
        Optional<Severity> found = Severity.named(word).filter(known::contains);
        if (found.isEmpty()) {
            at.add(key, "policy-severity-unknown", Map.of("known", words(known)));
        }
        return found.orElse(null);
    }

    private static String words(Set<Severity> known) {
        return Arrays.stream(Severity.values())
                .filter(known::contains)
                .map(Severity::word)
                .collect(Collectors.joining(", "));
    }
}
