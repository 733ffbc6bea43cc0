package id.patuh.web.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How much of what is sent with files is taken of one account: some at a time, and not too often. */
@Component
public final class UploadLimits {

    private static final int AT_A_TIME = 3;
    private static final int TIMES = 60;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Allowance allowance = new Allowance(TIMES, EVERY);
    private final UnderWay underWay = new UnderWay(AT_A_TIME);
    private final Refusals refusals;

    UploadLimits(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Lets a request of an account begin, which must be ended; refuses it, unread, where that is too much. */
    public boolean begin(String account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (underWay.begin(account)) {
            if (allowance.take(account)) {
                return true;
            }
            underWay.end(account);
        }
        refusals.tooMany(request, response);
        return false;
    }

    /** Refuses a request, unread, that is larger than is taken of whoever asks. */
    public void refuseTooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.tooLarge(request, response);
    }

    /** Ends one that was begun. */
    public void end(String account) {
        underWay.end(account);
    }
}
