package id.patuh.engine;

/** A rule that asks a fact what it has no answer to, such as the length of a text that is not there. The check ends. */
public final class RuleFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the engine says of the rule, and what happened in it */
    RuleFailedException(RuntimeException cause) {
        super(message(cause), cause);
    }

    private static String message(RuntimeException e) {
        String rule = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        Throwable first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String why = first.toString();
        return rule.contains(why) ? rule : rule + ": " + why;
    }
}
