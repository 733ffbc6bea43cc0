package id.patuh.web.limit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Tells whoever is asked to come later when that is. */
public final class RetryAfter {

    private static final String SECONDS = "10";
    private static final Set<Integer> LATER =
            Set.of(HttpStatus.TOO_MANY_REQUESTS.value(), HttpStatus.SERVICE_UNAVAILABLE.value());

    private RetryAfter() {}

    /** With a status that means so, unless it was told already. */
    public static void tell(int status, HttpServletResponse response) {
        if (LATER.contains(status) && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        }
    }
}
