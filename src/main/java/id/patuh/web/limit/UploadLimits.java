package id.patuh.web.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How much of what is sent with files is taken of one account: some at a time, and not too often. */
@Component
public final class UploadLimits {

    private static final int AT_A_TIME = 24;
    private static final int TIMES = 60;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Allowance allowance = new Allowance(TIMES, EVERY);
    private final UnderWay underWay = new UnderWay(AT_A_TIME);
    private final Refusals refusals;

    UploadLimits(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Lets a request of an account begin, which must be ended; false where that is too much. */
    public boolean begin(String account) {
        if (!underWay.begin(account)) {
            return false;
        }
        if (!allowance.take(account)) {
            underWay.end(account);
            return false;
        }
        return true;
    }

    /** Ends one that was begun. */
    public void end(String account) {
        underWay.end(account);
    }

    /** Refuses a request, unread, that is one too many. */
    public void refuseTooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.tooMany(request, response);
    }

    /** Refuses a request, unread, that is larger than is taken of whoever asks. */
    public void refuseTooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.tooLarge(request, response);
    }
}
