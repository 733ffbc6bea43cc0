package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;

import id.patuh.intake.ReadAll;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.ActivityRecord.Outcome;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.violation.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A log of an SOP with constraints: steps a to d, numbered 1 to 4; x is a step that the SOP does not have. */
final class ConstraintLog {

    static final Instant START =
            LocalDateTime.of(2025, 4, 14, 8, 0).atZone(RuleTrial.ZONE).toInstant();
    static final Instant AS_OF =
            LocalDateTime.of(2025, 4, 30, 8, 0).atZone(RuleTrial.ZONE).toInstant();

    static final List<String> PAIRS = List.of(
            "responded-existence",
            "co-existence",
            "response",
            "precedence",
            "succession",
            "alternate-response",
            "alternate-precedence",
            "alternate-succession",
            "chain-response",
            "chain-precedence",
            "chain-succession",
            "not-co-existence",
            "not-succession",
            "not-chain-succession",
            "choice",
            "exclusive-choice");

    /** How many cases a generated log has; {@code -Dpatuh.cases} for more than the usual ones. */
    static final int CASES = Integer.getInteger("patuh.cases", 2_500);

    final List<ActivityRecord> rows = new ArrayList<>();
    private final SourceTable table = new SourceTable("log", null);

    ConstraintLog() {
        for (String field : List.of("case", "sop", "step", "person", "start", "end")) {
            table.add(field, field);
        }
    }

    /** One generated log each; {@code -Dpatuh.seeds} for more than the usual ones. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("patuh.seeds", 3));
    }

    /** A constraint of every kind about order, on a and b; their ids are {@code kind} or {@code kind:count}. */
    static List<String> orderConstraints() {
        List<String> constraints = new ArrayList<>();
        for (String kind : List.of("existence", "absence", "exactly")) {
            for (int count = 1; count <= 3; count++) {
                constraints.add("{id: '%s:%d', kind: %s, steps: [a], count: %d}".formatted(kind, count, kind, count));
            }
        }
        for (String kind : List.of("init", "end")) {
            constraints.add("{id: %s, kind: %s, steps: [1]}".formatted(kind, kind));
        }
        for (String kind : PAIRS) {
            constraints.add("{id: %s, kind: %s, steps: [1, b]}".formatted(kind, kind));
        }
        return constraints;
    }

    static RuleSet rules(String flow, List<String> constraints) {
        return rules("""
                {id: T, title: Test, in_force: 2020-01-01, flow: %s,
                 steps: [{title: a}, {title: b}, {title: c}, {title: d}], constraints: [%s]}
                """.formatted(flow, String.join(", ", constraints)));
    }

    /** @param yaml the SOP, whose id is T */
    static RuleSet rules(String yaml) {
        Sop sop = RuleSetReader.readSop(RULES, "t.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return RULES.with(new Sops(List.of(sop)), List.of());
    }

    /** Adds a row; its number is its place among all rows, from 0. */
    void add(String caseId, char letter, String person, long start, long end) {
        add(caseId, letter, person, start, end, null);
    }

    void add(String caseId, char letter, String person, long start, long end, Outcome decision) {
        String step = letter == 'x' ? "9" : Integer.toString(letter - 'a' + 1);
        rows.add(new ActivityRecord(
                caseId,
                new ActivityKind("T", step, null, List.of(), List.of(), decision),
                person,
                null,
                start,
                end,
                new SourceRow(table, rows.size(), new String[] {caseId, "T", step, person})));
    }

    static char letter(ActivityRecord row) {
        return row.step().equals("9") ? 'x' : (char) ('a' + Integer.parseInt(row.step()) - 1);
    }

    CheckResult check(RuleSet rules) {
        ReadAll log = ReadAll.of(rows);
        return new ComplianceCheck(rules)
                .run(
                        new CheckRequest(List.of(), AS_OF, RuleTrial.ZONE, null, null),
                        log.data(),
                        log.log(),
                        log.answers());
    }

    /** The rows that break each constraint, by {@code case constraint}. */
    static Map<String, Set<Integer>> broken(CheckResult result) {
        Map<String, Set<Integer>> broken = new TreeMap<>();
        for (Finding finding : result.findings()) {
            Violation violation = finding.violation();
            if (violation.rule().startsWith("constraint-")) {
                Set<Integer> before = broken.put(
                        violation.subject().caseId() + " " + violation.subject().constraint(),
                        violation.evidence().stream().map(e -> e.row()).collect(Collectors.toCollection(TreeSet::new)));
                if (before != null) {
                    throw new AssertionError("twice: " + violation);
                }
            }
        }
        return broken;
    }

    /** {@code case constraint} of what was not evaluated; the case is left out where the SOP is the subject. */
    static Set<String> notEvaluated(CheckResult result) {
        return result.notEvaluated().stream()
                .filter(n -> n.rule().startsWith("constraint-"))
                .map(n -> Arrays.asList(
                        n.missing().subject().caseId(), n.missing().subject().constraint()))
                .map(parts -> (parts.get(0) == null ? "" : parts.get(0) + " ") + parts.get(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
