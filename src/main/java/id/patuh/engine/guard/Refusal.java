package id.patuh.engine.guard;

import java.util.Map;

/** Why a rule is refused, and where in its text. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int at;
    private final String reason;
    private final transient Map<String, String> details;

    /**
     * @param at offset in the text
     * @param reason key of the text that says why (see {@link id.patuh.engine.RuleProblem#reason})
     */
    Refusal(int at, String reason, Map<String, String> details) {
        super(reason, null, false, false);
        this.at = at;
        this.reason = reason;
        this.details = details;
    }

    /** Because of what the token says. */
    static Refusal of(Token token, String reason, Map<String, String> details) {
        return new Refusal(token.at(), reason, details);
    }

    /** Because from the token on there is more than a limit allows. */
    static Refusal limit(Token token, String reason, int limit) {
        return of(token, reason, Map.of("limit", Integer.toString(limit)));
    }

    int at() {
        return at;
    }

    String reason() {
        return reason;
    }

    Map<String, String> details() {
        return details;
    }
}
