package id.patuh.vault;

import id.patuh.store.ReasonedException;
import java.util.Map;

/** A content cannot be kept, or not be had as it was. */
public final class VaultException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    VaultException(String reason, Map<String, String> details) {
        super(reason, details);
    }

    /**
     * That a file is no longer what it was.
     *
     * @param name of the file
     */
    public static VaultException changed(String name) {
        return new VaultException("input-changed", Map.of("input", name));
    }
}
