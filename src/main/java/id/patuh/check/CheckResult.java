package id.patuh.check;

import id.patuh.intake.InputFile;
import id.patuh.intake.RejectedRow;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a check found. Sorted, so that the same input gives the same report.
 *
 * @param matter what was checked
 * @param asOf the moment that deadlines were judged by
 * @param zone in which times are shown
 * @param ruleSet the rules applied
 * @param inputs files read
 * @param skipped files passed over in searched folders
 * @param cases how many cases
 * @param activities how many activities
 * @param surveys how many surveys
 * @param definitions how many SOP definitions, when those were checked
 * @param findings violations
 * @param grades scores
 * @param priorities lowest unsur
 * @param notEvaluated rules whose facts were missing
 * @param rejected what could not be read
 */
public record CheckResult(
        Matter matter,
        Instant asOf,
        ZoneId zone,
        RuleSet ruleSet,
        List<InputFile> inputs,
        List<String> skipped,
        long cases,
        long activities,
        int surveys,
        int definitions,
        List<Finding> findings,
        List<Grade> grades,
        List<Priority> priorities,
        List<NotEvaluated> notEvaluated,
        List<RejectedRow> rejected) {

    /** What a check is about. */
    public enum Matter {
        /** What was done, held against what binds. */
        CONDUCT,
        /** SOP definitions themselves. */
        DEFINITIONS
    }

    public CheckResult {
        inputs = List.copyOf(inputs);
        skipped = List.copyOf(skipped);
        findings = List.copyOf(findings);
        grades = List.copyOf(grades);
        priorities = List.copyOf(priorities);
        notEvaluated = List.copyOf(notEvaluated);
        rejected = List.copyOf(rejected);
    }

    /** How many violations there are of each severity; every severity has an entry. */
    public Map<Severity, Integer> bySeverity() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        findings.forEach(f -> counts.merge(f.violation().severity(), 1, Integer::sum));
        return counts;
    }

    /**
     * Whether there is a violation at or above the threshold.
     *
     * @param threshold null means that none counts
     */
    public boolean hasViolations(Severity threshold) {
        return threshold != null
                && findings.stream().anyMatch(f -> f.violation().severity().atLeast(threshold));
    }

    /** Whether something could not be read, or nothing was there to check. */
    public boolean isIncomplete() {
        return !rejected.isEmpty() || cases + surveys + definitions == 0 && !hasFollowUp();
    }

    private boolean hasFollowUp() {
        return inputs.stream().anyMatch(i -> i.kind() == InputFile.Kind.FOLLOW_UP && i.rows() > i.rejected());
    }
}
