package id.patuh.ledger;

import java.util.Map;

/** A run cannot be kept or repeated. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> details;

    LedgerException(String reason, Map<String, String> details) {
        super(reason + " " + details);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    LedgerException(String reason, String name, Object value) {
        this(reason, Map.of(name, String.valueOf(value)));
    }

    /** Key of the text that says why, in {@code id/patuh/ledger/reasons.properties}. */
    public String reason() {
        return reason;
    }

    /** Values that the text names. */
    public Map<String, String> details() {
        return details;
    }
}
