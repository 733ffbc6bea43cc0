package id.patuh.rulebook;

import java.util.Map;

/** Something that the rulebook does not allow. Nothing was changed. */
public final class RulebookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RulebookException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    RulebookException(String reason, Map<String, String> details) {
        this(new Problem(reason, details));
    }

    RulebookException(String reason, String name, Object value) {
        this(reason, Map.of(name, String.valueOf(value)));
    }

    /** Why not. */
    public Problem problem() {
        return problem;
    }
}
