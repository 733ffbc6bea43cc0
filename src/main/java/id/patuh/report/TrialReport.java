package id.patuh.report;

import id.patuh.check.CaseOutcome;
import id.patuh.check.TrialResult;
import id.patuh.intake.RejectedRow;
import id.patuh.ruleset.RuleCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of the cases beside the rules, as text or JSON. */
public final class TrialReport {

    private final TrialResult result;
    private final Language language;
    private final Lines lines = new Lines();

    public TrialReport(TrialResult result, Language language) {
        this.result = result;
        this.language = language;
    }

    /** For a person: each rule in a line, failed cases with what differs. */
    public String text() {
        result.byRule().forEach(this::rule);
        if (!result.untried().isEmpty()) {
            lines.add("").add(label("test.untried"));
            lines.wrapped("  ", String.join(", ", result.untried()));
        }
        if (!result.problems().isEmpty()) {
            lines.add("").add(label("test.unusable"));
            result.problems().forEach(problem -> lines.wrapped("  ", Reasons.of(problem, language)));
        }
        lines.add("")
                .add(filled(
                        "test.total",
                        Map.of(
                                "rules", result.byRule().size(),
                                "cases", result.outcomes().size(),
                                "passed", result.outcomes().size() - result.failed(),
                                "failed", result.failed())));
        return lines.toString();
    }

    private void rule(String id, List<CaseOutcome> outcomes) {
        List<CaseOutcome> failed = outcomes.stream().filter(o -> !o.passes()).toList();
        lines.add(
                failed.isEmpty()
                        ? filled("test.rule.passed", Map.of("rule", id, "cases", outcomes.size()))
                        : filled(
                                "test.rule.failed",
                                Map.of("rule", id, "cases", outcomes.size(), "failed", failed.size())));
        for (CaseOutcome outcome : failed) {
            lines.wrapped(
                    "  ", outcome.ruleCase().place() + " " + outcome.ruleCase().name());
            differences(outcome).forEach(difference -> lines.wrapped("    ", difference));
        }
    }

    private List<String> differences(CaseOutcome outcome) {
        List<String> differences = new ArrayList<>();
        add(differences, "test.missing", outcome.missing());
        add(differences, "test.unexpected", outcome.unexpected());
        if (!outcome.otherSeverities().isEmpty()) {
            String expected = outcome.ruleCase().severity().word();
            differences.add(filled("test.severity", Map.of("expected", expected)) + " "
                    + String.join(", ", outcome.otherSeverities()));
        }
        add(differences, "test.evaluated", outcome.evaluated());
        if (outcome.isRejectedOtherwise()) {
            differences.add(filled(
                    "test.rejected",
                    Map.of(
                            "count", outcome.rejected().size(),
                            "expected", outcome.ruleCase().rejected())));
            outcome.rejected().forEach(rejected -> differences.add("  " + rejection(rejected)));
        }
        if (outcome.failure() != null) {
            differences.add(label("test.broken") + " " + outcome.failure());
        }
        return differences;
    }

    private void add(List<String> differences, String key, List<String> subjects) {
        if (!subjects.isEmpty()) {
            differences.add(label(key) + " " + String.join(", ", subjects));
        }
    }

    private String rejection(RejectedRow rejected) {
        return (rejected.sheet() == null ? "" : rejected.sheet() + " ")
                + (rejected.row() == null ? "" : label("row") + " " + rejected.row() + " ")
                + (rejected.column() == null ? "" : rejected.column() + " ")
                + (rejected.value() == null ? "" : '"' + rejected.value() + "\" ")
                + Words.reason(rejected, language);
    }

    /** For programs. */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rules", result.byRule().size());
        summary.put("cases", result.outcomes().size());
        summary.put("failed", result.failed());
        document.put("summary", summary);
        document.put("cases", result.outcomes().stream().map(this::json).toList());
        document.put("rulesWithoutCases", result.untried());
        document.put(
                "problems",
                result.problems().stream()
                        .map(p -> JsonText.problem(p, language))
                        .toList());
        return JsonText.of(document);
    }

    private Map<String, Object> json(CaseOutcome outcome) {
        RuleCase ruleCase = outcome.ruleCase();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", ruleCase.rule());
        one.put("name", ruleCase.name());
        one.put("file", ruleCase.file());
        one.put("line", ruleCase.line());
        one.put("column", ruleCase.column());
        one.put("passed", outcome.passes());
        one.put("missing", outcome.missing());
        one.put("unexpected", outcome.unexpected());
        one.put("otherSeverity", outcome.otherSeverities());
        one.put("evaluated", outcome.evaluated());
        one.put("rejected", outcome.rejected().stream().map(this::rejection).toList());
        one.put("failure", outcome.failure());
        return one;
    }

    private String label(String key) {
        return language.label(key);
    }

    private String filled(String key, Map<String, Object> values) {
        return Template.fill(
                label(key), name -> values.containsKey(name) ? values.get(name).toString() : null);
    }
}
