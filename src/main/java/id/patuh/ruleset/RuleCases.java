package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.util.Collection;
import java.util.List;

/**
 * The cases beside the rules of a rule set.
 *
 * @param all those that can be used, by file
 * @param untried ids of the rules that have no file of cases
 * @param problems what keeps the others from use
 */
public record RuleCases(List<RuleCase> all, List<String> untried, List<RuleProblem> problems) {

    public RuleCases {
        all = List.copyOf(all);
        untried = List.copyOf(untried);
        problems = List.copyOf(problems);
    }

    /** What there is of some rules only. */
    public RuleCases of(Collection<String> rules) {
        return new RuleCases(
                all.stream().filter(c -> rules.contains(c.rule())).toList(),
                untried.stream().filter(rules::contains).toList(),
                problems.stream()
                        .filter(p -> rules.contains(RuleCaseReader.rule(p.file())))
                        .toList());
    }
}
