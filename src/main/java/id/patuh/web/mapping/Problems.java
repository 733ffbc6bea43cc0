package id.patuh.web.mapping;

import id.patuh.draft.MappingPlan;
import id.patuh.engine.RuleProblem;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleSetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is wrong with a mapping that was filled in, field by field. */
public final class Problems {

    private static final Map<String, String> FIELDS =
            Map.of("zone", "zone", "times", "times", "date_at", "dateAt", "skip.first", "skippedRows");

    private final Map<String, String> byField = new HashMap<>();
    private final Map<String, String> byMeaning = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    private Problems() {}

    static Problems none() {
        return new Problems();
    }

    /** Those of a form with a text: a line each. */
    static Problems ofText(RuleSetException e, Language language) {
        Problems problems = new Problems();
        e.problems().forEach(problem -> problems.others.add(Reasons.of(problem, language)));
        return problems;
    }

    /**
     * Those of a form with columns.
     *
     * @param meanings that columns have in it
     * @param missing tells that a field, which it is given the name of, has no column
     */
    static Problems ofPlan(RuleSetException e, Set<String> meanings, UnaryOperator<String> missing, Language language) {
        Problems problems = new Problems();
        e.problems().forEach(problem -> problems.add(problem, meanings, missing, language));
        return problems;
    }

    private void add(RuleProblem problem, Set<String> meanings, UnaryOperator<String> missing, Language language) {
        String key = problem.key() == null ? "" : problem.key().replaceFirst("\\[\\d+]$", "");
        String text = Reasons.text(problem.reason(), problem.details(), language);
        String field = FIELDS.get(key);
        if (field != null) {
            byField.putIfAbsent(field, text);
        } else if (key.startsWith("constants.")) {
            byField.putIfAbsent("constant." + key.substring("constants.".length()), text);
        } else if (problem.reason().equals("key-absent") && key.startsWith("columns.")) {
            others.add(missing.apply(key.substring("columns.".length())));
        } else if (key.startsWith("columns.")) {
            String meaning = key.substring("columns.".length()).replaceFirst("\\..*", "");
            boolean both = !meanings.contains(meaning) && meanings.contains(MappingPlan.START_AND_END);
            byMeaning.putIfAbsent(both ? MappingPlan.START_AND_END : meaning, text);
        } else {
            others.add(text);
        }
    }

    /** Adds one that bears on no field, or on the mapping as a whole. */
    Problems and(String text) {
        others.add(text);
        return this;
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return byField.isEmpty() && byMeaning.isEmpty() && others.isEmpty();
    }

    /** Those at a field of the form; null where there is none. */
    public String of(String field) {
        return byField.get(field);
    }

    /** The one at columns that are a field; null where there is none. */
    String ofColumn(String meaning) {
        return byMeaning.get(meaning);
    }

    /** Those that no field is to blame for. */
    public List<String> others() {
        return List.copyOf(others);
    }
}
