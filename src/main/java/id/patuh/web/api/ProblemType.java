package id.patuh.web.api;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What kind of thing went wrong. The names stay as they are: programs tell problems apart by them. */
public enum ProblemType {
    /** Something in the request cannot be read; the problem lists all of it. */
    INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /** There is no result yet, or none will be. */
    NO_RESULT(HttpStatus.CONFLICT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** It can be read, and must not be. */
    REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    IDEMPOTENCY_KEY_USED(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
    /** There is no room now for what was sent; later there may be. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
    }

    /** The first one of a status; of others that there are none of their own for, what is as bad. */
    static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(status < INTERNAL_ERROR.status() ? INVALID_REQUEST : INTERNAL_ERROR);
    }

    /** The status of answers. */
    public int status() {
        return status.value();
    }

    /** The name in addresses and keys of texts: {@code not-found}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
