package id.patuh.facts;

import java.util.Map;

/** Stored facts cannot be used. */
public final class FactsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> details;

    FactsException(String reason, Map<String, String> details) {
        super(reason + " " + details);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    /** That the version of a case that counts is gone. */
    static FactsException missing(String key) {
        return new FactsException("facts-missing", Map.of("case", key));
    }

    /** Deadlines of a case that were changed or damaged. */
    static FactsException deadlinesAltered(String key) {
        return new FactsException("deadlines-altered", Map.of("case", key));
    }

    /** Key of the text that says why, in {@code id/patuh/facts/reasons.properties}. */
    public String reason() {
        return reason;
    }

    /** Values that the text names. */
    public Map<String, String> details() {
        return details;
    }
}
