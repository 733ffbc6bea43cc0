package id.patuh.notice;

import id.patuh.store.ReasonedException;
import java.util.Map;

/** A message cannot be used so: nothing was changed. */
public final class NoticeException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    NoticeException(String reason, Map<String, String> details) {
        super(reason, details);
    }
}
