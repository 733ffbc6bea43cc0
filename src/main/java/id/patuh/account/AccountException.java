package id.patuh.account;

import id.patuh.store.ReasonedException;
import java.util.Map;

/** Something that an account, a password or a token does not allow. Nothing was changed, but for what counts failures. */
public final class AccountException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    AccountException(String reason, Map<String, String> details) {
        super(reason, details);
    }

    AccountException(String reason, String name, Object value) {
        this(reason, Map.of(name, String.valueOf(value)));
    }

    AccountException(String reason) {
        this(reason, Map.of());
    }
}
