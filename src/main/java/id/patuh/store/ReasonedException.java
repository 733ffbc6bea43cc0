package id.patuh.store;

import java.util.Map;

/** Something that cannot be done, with a reason that people can be told in their language. */
public abstract class ReasonedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> details;

    protected ReasonedException(String reason, Map<String, String> details) {
        this(reason, details, null);
    }

    protected ReasonedException(String reason, Map<String, String> details, Throwable cause) {
        super(reason + " " + details, cause);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    /** Key of the text that says why, in the {@code reasons.properties} of the package that throws it. */
    public final String reason() {
        return reason;
    }

    /** Values that the text names. */
    public final Map<String, String> details() {
        return details;
    }
}
