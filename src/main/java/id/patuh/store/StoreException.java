package id.patuh.store;

import java.util.Map;

/** The database cannot be used: it cannot be reached, is taken by another process, or refused what was asked of it. */
public final class StoreException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    StoreException(String reason, Map<String, String> details, Throwable cause) {
        super(reason, details, cause);
    }
}
