package id.patuh.engine;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that do not compile, with every place that is wrong. */
public final class RuleCompilationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    public RuleCompilationException(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every mistake found. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
