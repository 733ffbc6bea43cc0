package id.patuh.facts;

import id.patuh.store.ReasonedException;
import id.patuh.vault.VaultException;
import java.util.Map;

/** Stored facts cannot be used. */
public final class FactsException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    FactsException(String reason, Map<String, String> details) {
        super(reason, details);
    }

    /** What the vault told. */
    static FactsException of(VaultException told) {
        return new FactsException(told.reason(), told.details());
    }

    /** That the version of a case that counts is gone. */
    static FactsException missing(String key) {
        return new FactsException("facts-missing", Map.of("case", key));
    }

    /** Deadlines of a case that were changed or damaged. */
    static FactsException deadlinesAltered(String key) {
        return new FactsException("deadlines-altered", Map.of("case", key));
    }
}
