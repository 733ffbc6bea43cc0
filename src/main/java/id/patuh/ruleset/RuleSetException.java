package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A rule set that cannot be used, with every place that is wrong. */
public final class RuleSetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    public RuleSetException(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything found wrong. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
