package id.patuh.nightly;

import java.util.Map;

/** The night of a scope cannot be completed, whoever tries. */
final class NightException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> details;

    NightException(String reason, String name, String value) {
        super(reason + " " + value);
        this.reason = reason;
        this.details = Map.of(name, value);
    }

    /** Key of the text that says why, in {@code id/patuh/nightly/reasons.properties}. */
    String reason() {
        return reason;
    }

    /** Values that the text names. */
    Map<String, String> details() {
        return details;
    }
}
