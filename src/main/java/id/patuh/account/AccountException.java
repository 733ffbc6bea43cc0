package id.patuh.account;

import id.patuh.store.ReasonedException;
import java.util.Map;

/** Something that an account, a password or a token does not allow. Nothing was changed, but for what counts failures. */
public final class AccountException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason key of its text
     * @param details values that the text names
     */
    public AccountException(String reason, Map<String, String> details) {
        super(reason, details);
    }

    /**
     * @param reason key of its text
     * @param name of the one value that the text names
     */
    public AccountException(String reason, String name, Object value) {
        this(reason, Map.of(name, String.valueOf(value)));
    }

    AccountException(String reason) {
        this(reason, Map.of());
    }
}
