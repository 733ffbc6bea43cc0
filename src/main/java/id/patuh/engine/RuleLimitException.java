package id.patuh.engine;

/** Rules that take more than a check may cost: they join too many facts, take too long, or never come to rest. */
public final class RuleLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleLimitException(String limit) {
        super(limit);
    }
}
