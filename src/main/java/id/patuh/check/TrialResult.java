package id.patuh.check;

import id.patuh.engine.RuleProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of the cases beside the rules.
 *
 * @param outcomes of each case, in the order of the files
 * @param untried ids of the rules that have no case
 * @param problems what keeps other cases from use
 */
public record TrialResult(List<CaseOutcome> outcomes, List<String> untried, List<RuleProblem> problems) {

    public TrialResult {
        outcomes = List.copyOf(outcomes);
        untried = List.copyOf(untried);
        problems = List.copyOf(problems);
    }

    /** The outcomes by rule, in the order of the files. */
    public Map<String, List<CaseOutcome>> byRule() {
        return outcomes.stream()
                .collect(Collectors.groupingBy(o -> o.ruleCase().rule(), LinkedHashMap::new, Collectors.toList()));
    }

    /** How many cases did not pass. */
    public int failed() {
        return (int) outcomes.stream().filter(o -> !o.passes()).count();
    }

    /** Whether a case could not be used, or there was none. */
    public boolean isIncomplete() {
        return !problems.isEmpty() || outcomes.isEmpty();
    }
}
