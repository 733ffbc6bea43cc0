package id.patuh.report.html;

import id.patuh.report.ReportContent;
import id.patuh.report.WordedViolation;
import id.patuh.violation.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Violations counted by what they can be grouped by, with a few of each rule. Memory grows with groups, which are bounded. */
final class Tally {

    /** Samples of each rule. */
    private static final int MOST_SAMPLES = 3;

    /** Beyond that many, further units or SOPs are counted as one. */
    private static final int MOST_GROUPS = 2_000;

    /** What no violation names, or what is beyond the most groups. */
    static final String NONE = "";

    static final String FURTHER = "\u2026";

    private final Map<String, Group> units = new LinkedHashMap<>();
    private final Map<String, Group> sops = new LinkedHashMap<>();
    private final Map<String, Group> rules = new TreeMap<>();
    private final Map<String, List<WordedViolation>> samples = new TreeMap<>();

    /** How many violations a unit, SOP or rule has, by severity and by rule. */
    static final class Group {

        private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        private final Map<String, Long> byRule = new TreeMap<>();

        private void add(WordedViolation violation) {
            bySeverity.merge(violation.severity(), 1L, Long::sum);
            byRule.merge(violation.rule(), 1L, Long::sum);
        }

        long of(Severity severity) {
            return bySeverity.getOrDefault(severity, 0L);
        }

        long of(String rule) {
            return byRule.getOrDefault(rule, 0L);
        }

        long total() {
            return bySeverity.values().stream().mapToLong(Long::longValue).sum();
        }

        /** The heaviest that there is. */
        Severity worst() {
            return bySeverity.keySet().iterator().next();
        }
    }

    static Tally of(ReportContent content) {
        Tally tally = new Tally();
        content.violations().forEach(tally::add);
        return tally;
    }

    private void add(WordedViolation violation) {
        group(units, violation.subject().unit()).add(violation);
        group(sops, violation.subject().sop()).add(violation);
        rules.computeIfAbsent(violation.rule(), r -> new Group()).add(violation);
        List<WordedViolation> kept = samples.computeIfAbsent(violation.rule(), r -> new ArrayList<>());
        if (kept.size() < MOST_SAMPLES) {
            kept.add(violation);
        }
    }

    private static Group group(Map<String, Group> groups, String named) {
        String name = Objects.requireNonNullElse(named, NONE);
        String counted = groups.size() < MOST_GROUPS || groups.containsKey(name) ? name : FURTHER;
        return groups.computeIfAbsent(counted, n -> new Group());
    }

    /** Rules that found anything, the heaviest first, then by how often. */
    List<Map.Entry<String, Group>> rules() {
        return rules.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Group> e) -> e.getValue().worst())
                        .thenComparing(e -> -e.getValue().total()))
                .toList();
    }

    /** Units, those with the most violations first. */
    List<Map.Entry<String, Group>> units() {
        return byTotal(units);
    }

    /** SOPs likewise. */
    List<Map.Entry<String, Group>> sops() {
        return byTotal(sops);
    }

    private static List<Map.Entry<String, Group>> byTotal(Map<String, Group> groups) {
        return groups.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Group> e) -> -e.getValue().total())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** The first violations of a rule. */
    List<WordedViolation> samples(String rule) {
        return samples.get(rule);
    }
}
