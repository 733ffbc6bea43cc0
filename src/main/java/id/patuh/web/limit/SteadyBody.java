package id.patuh.web.limit;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * What a request sends, as long as it comes steadily. Tomcat itself bounds only how long each read takes, so that whoever sends
 * a byte now and then would keep a thread for ever.
 */
final class SteadyBody implements InputBuffer {

    private final InputBuffer body;
    private final long grace;
    private final long rate;
    private final long begun = System.nanoTime();
    private long read;

    /**
     * @param grace for how long nothing is asked of it
     * @param rate bytes a second that must have come on the average by then
     */
    SteadyBody(InputBuffer body, Duration grace, long rate) {
        this.body = body;
        this.grace = grace.toNanos();
        this.rate = rate;
    }

    @Override
    public int doRead(ApplicationBufferHandler into) throws IOException {
        long elapsed = System.nanoTime() - begun;
        if (elapsed > grace && read < rate * Duration.ofNanos(elapsed).toSeconds()) {
            throw new SocketTimeoutException("too slow: " + read + " bytes");
        }
        int count = body.doRead(into);
        read += Math.max(0, count);
        return count;
    }

    @Override
    public int available() {
        return body.available();
    }
}
