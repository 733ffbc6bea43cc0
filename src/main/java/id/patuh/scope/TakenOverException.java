package id.patuh.scope;

import java.util.Map;

/** Whoever writes for a scope holds it no longer: its lease ended, and somebody else took it. Nothing was written. */
public final class TakenOverException extends ScopeException {

    private static final long serialVersionUID = 1L;

    TakenOverException(String scope) {
        super("scope-taken-over", Map.of("scope", scope));
    }
}
