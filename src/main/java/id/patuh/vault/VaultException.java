package id.patuh.vault;

import java.util.Map;

/** A content cannot be kept, or not be had as it was. */
public final class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<String, String> details;

    VaultException(String reason, Map<String, String> details) {
        super(reason + " " + details);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    /**
     * That a file is no longer what it was.
     *
     * @param name of the file
     */
    public static VaultException changed(String name) {
        return new VaultException("input-changed", Map.of("input", name));
    }

    /** Key of the text that says why, in {@code id/patuh/vault/reasons.properties}. */
    public String reason() {
        return reason;
    }

    /** Values that the text names. */
    public Map<String, String> details() {
        return details;
    }
}
