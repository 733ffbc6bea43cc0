package id.patuh.notice;

import java.util.Map;

/** A message cannot be used so: nothing was changed. */
public final class NoticeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> details;

    NoticeException(String reason, Map<String, String> details) {
        super(reason + " " + details);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    /** Key of the text that says why, in {@code id/patuh/notice/reasons.properties}. */
    public String reason() {
        return reason;
    }

    /** Values that the text names. */
    public Map<String, String> details() {
        return details;
    }
}
