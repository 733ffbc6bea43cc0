package id.patuh.engine;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that do not compile, with every place that is wrong. */
public final class RuleCompilationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * A mistake in a rule.
     *
     * @param file the file as the rule set names it
     * @param line from 1, or 0 when it cannot be told
     * @param reason the compiler's words
     */
    public record Problem(String file, int line, String reason) {
        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line : "") + ": " + reason;
        }
    }

    public RuleCompilationException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every mistake found. */
    public List<Problem> problems() {
        return problems;
    }
}
