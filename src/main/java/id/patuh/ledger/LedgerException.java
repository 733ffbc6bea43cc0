package id.patuh.ledger;

import id.patuh.store.ReasonedException;
import id.patuh.vault.VaultException;
import java.util.Map;

/** Something that the ledger does not allow, or cannot do: nothing was changed. */
public class LedgerException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param reason key of the text that says why
     * @param details values that the text names
     */
    public LedgerException(String reason, Map<String, String> details) {
        super(reason, details);
    }

    /** A refusal with one value that the text names. */
    public LedgerException(String reason, String name, Object value) {
        this(reason, Map.of(name, String.valueOf(value)));
    }

    /** What the vault told. */
    public static LedgerException of(VaultException told) {
        return new LedgerException(told.reason(), told.details());
    }
}
