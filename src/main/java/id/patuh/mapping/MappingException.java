package id.patuh.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping that cannot be used, with every place that is wrong. */
public final class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<MappingProblem> problems;

    public MappingException(List<MappingProblem> problems) {
        super(problems.stream().map(MappingProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything found wrong. */
    public List<MappingProblem> problems() {
        return problems;
    }
}
