package id.patuh.scope;

import java.util.Map;

/** A scope cannot be used so: nothing was changed. */
public class ScopeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> details;

    ScopeException(String reason, Map<String, String> details) {
        super(reason + " " + details);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    /** Key of the text that says why, in {@code id/patuh/scope/reasons.properties}. */
    public String reason() {
        return reason;
    }

    /** Values that the text names. */
    public Map<String, String> details() {
        return details;
    }
}
