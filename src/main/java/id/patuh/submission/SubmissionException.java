package id.patuh.submission;

import id.patuh.store.ReasonedException;
import id.patuh.vault.VaultException;
import java.util.Map;

/** Something cannot be handed in, or what was handed in cannot be checked. */
public final class SubmissionException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason key of its text
     * @param details values that the text names
     */
    public SubmissionException(String reason, Map<String, String> details) {
        super(reason, details);
    }

    /** What the vault told. */
    static SubmissionException of(VaultException told) {
        return new SubmissionException(told.reason(), told.details());
    }
}
