package id.patuh.web.limit;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is too much of the same to do; later there may be less. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
