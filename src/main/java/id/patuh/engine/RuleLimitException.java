package id.patuh.engine;

/**
 * Rules that take more than a check may cost: they join too many facts, or take too long. The check ends; the rules and the
 * process are none the worse for it.
 */
public final class RuleLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param limit which limit was reached, as {@code matches=500000} */
    RuleLimitException(String limit) {
        super(limit);
    }
}
