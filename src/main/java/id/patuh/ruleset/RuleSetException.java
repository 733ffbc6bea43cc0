package id.patuh.ruleset;

import java.util.List;
import java.util.stream.Collectors;

/** A rule set that cannot be used, with every place that is wrong. */
public final class RuleSetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Something wrong in a file of the rule set.
     *
     * @param file relative to the rule set's folder
     * @param line from 1, or 0 when it cannot be told
     * @param reason what is wrong
     */
    public record Problem(String file, int line, String reason) {
        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line : "") + ": " + reason;
        }
    }

    public RuleSetException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything found wrong. */
    public List<Problem> problems() {
        return problems;
    }
}
