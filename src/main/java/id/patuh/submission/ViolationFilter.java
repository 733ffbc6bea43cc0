package id.patuh.submission;

import id.patuh.report.ReportContent.Summary;
import id.patuh.violation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which violations of a result are asked for. What is null, blank or empty leaves open.
 *
 * @param severities any of these
 * @param rule id of the rule
 * @param unit as reports name it
 * @param sop id of the SOP
 * @param text a part of the case number or the survey's, without regard to case
 */
public record ViolationFilter(Set<Severity> severities, String rule, String unit, String sop, String text) {

    /** All violations. */
    public static final ViolationFilter ALL = new ViolationFilter(Set.of(), null, null, null, null);

    public ViolationFilter {
        severities = Set.copyOf(severities);
        rule = given(rule);
        unit = given(unit);
        sop = given(sop);
        text = given(text);
    }

    /** The severities as JSON names them, in order. */
    public List<String> words() {
        return severities.stream().sorted().map(Severity::word).toList();
    }

    /** How many a result has of what is asked for, where its summary tells. */
    Optional<Long> known(Summary summary) {
        if (unit != null || sop != null || text != null || rule != null && !severities.isEmpty()) {
            return Optional.empty();
        }
        if (rule != null) {
            return Optional.of(summary.byRule().getOrDefault(rule, 0L));
        }
        return Optional.of(summary.bySeverity().entrySet().stream()
                .filter(count -> severities.isEmpty() || severities.contains(count.getKey()))
                .mapToLong(count -> count.getValue())
                .sum());
    }

    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The condition for the database, after that of the submission. */
    String condition() {
        StringBuilder condition = new StringBuilder();
        if (!severities.isEmpty()) {
            List<String> gaps = severities.stream().map(severity -> "?").toList();
            condition
                    .append(" AND severity IN (")
                    .append(String.join(", ", gaps))
                    .append(')');
        }
        if (rule != null) {
            condition.append(" AND rule = ?");
        }
        if (unit != null) {
            condition.append(" AND unit = ?");
        }
        if (sop != null) {
            condition.append(" AND sop = ?");
        }
        if (text != null) {
            condition.append(" AND (LOWER(case_no) LIKE ? ESCAPE '!' OR LOWER(survey) LIKE ? ESCAPE '!')");
        }
        return condition.toString();
    }

    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        parameters.addAll(words());
        for (String each : new String[] {rule, unit, sop}) {
            if (each != null) {
                parameters.add(each);
            }
        }
        if (text != null) {
            String like = "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
            parameters.add(like);
            parameters.add(like);
        }
        return parameters;
    }
}
