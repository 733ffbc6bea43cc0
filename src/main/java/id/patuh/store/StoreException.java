package id.patuh.store;

import java.util.Map;

/** The database cannot be used: it cannot be reached, is taken by another process, or refused what was asked of it. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> details;

    StoreException(String reason, Map<String, String> details, Throwable cause) {
        super(reason + " " + details, cause);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    /** Key of the text that says why, in {@code id/patuh/store/reasons.properties}. */
    public String reason() {
        return reason;
    }

    /** Values that the text names. */
    public Map<String, String> details() {
        return details;
    }
}
