package id.patuh.nightly;

import id.patuh.store.ReasonedException;
import java.util.Map;

/** The night of a scope cannot be completed, whoever tries. */
final class NightException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    NightException(String reason, String name, String value) {
        super(reason, Map.of(name, value));
    }
}
