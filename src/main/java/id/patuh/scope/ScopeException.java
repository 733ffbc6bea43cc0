package id.patuh.scope;

import id.patuh.store.ReasonedException;
import java.util.Map;

/** A scope cannot be used so: nothing was changed. */
public class ScopeException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    ScopeException(String reason, Map<String, String> details) {
        super(reason, details);
    }
}
