package id.patuh.check;

import id.patuh.engine.RuleMetadata;
import id.patuh.intake.InputFile;
import id.patuh.intake.RejectedRow;
import id.patuh.ruleset.RuleSet;
import id.patuh.spool.Spool;
import id.patuh.violation.Severity;
import java.io.Closeable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything that a check found. Sorted, so that the same input gives the same report. What may be millions is kept beyond
 * the memory until the result is closed.
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
        Findings findings,
        List<Grade> grades,
        List<Priority> priorities,
        NotEvaluatedRules notEvaluated,
        Spool<RejectedRow> rejected)
        implements Closeable {

    public CheckResult {
        inputs = List.copyOf(inputs);
        skipped = List.copyOf(skipped);
        grades = List.copyOf(grades);
        priorities = List.copyOf(priorities);
    }

    /**
     * Whether there is a violation at or above the threshold.
     *
     * @param threshold null means that none counts
     */
    public boolean hasViolations(Severity threshold) {
        return threshold != null
                && findings.bySeverity().entrySet().stream()
                        .anyMatch(e -> e.getKey().atLeast(threshold) && e.getValue() > 0);
    }

    /** Whether something could not be read, or nothing was there to check. */
    public boolean isIncomplete() {
        return !rejected.isEmpty() || cases + surveys + definitions == 0 && !hasFollowUp();
    }

    /**
     * Whether anything was there that a rule could judge, by the rule's topic. What its topic does not tell is taken to be
     * concerned.
     */
    public boolean concerns(RuleMetadata rule) {
        return switch (rule.topic()) {
            case "sop" -> cases > 0;
            case "skm" -> surveys > 0;
            case "rtl" -> hasFollowUp();
            default -> true;
        };
    }

    /** Deletes what is kept beyond the memory. */
    @Override
    public void close() {
        findings.close();
        notEvaluated.close();
        rejected.close();
    }

    private boolean hasFollowUp() {
        return inputs.stream().anyMatch(i -> i.kind() == InputFile.Kind.FOLLOW_UP && i.rows() > i.rejected());
    }
}
