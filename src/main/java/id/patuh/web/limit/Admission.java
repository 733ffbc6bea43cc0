package id.patuh.web.limit;

import org.springframework.http.HttpStatus;

/** Whether what somebody sends with files is taken. */
public enum Admission {
    ADMITTED(HttpStatus.OK),
    /** Of him there is too much under way. */
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    /** It never will be. */
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /** Of all together there is too much under way, or the disk is full. */
    NO_ROOM(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Admission(HttpStatus status) {
        this.status = status;
    }

    /** The status by which it is refused. */
    public int status() {
        return status.value();
    }
}
