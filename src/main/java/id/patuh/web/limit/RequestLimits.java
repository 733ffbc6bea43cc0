package id.patuh.web.limit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.springframework.http.HttpStatus;

/**
 * Before anything of a request is read: so many of one address at a time, and each sent steadily. In Tomcat rather than in a
 * filter, since forms and files are read by Tomcat itself, past whatever filters put around a request.
 */
final class RequestLimits extends ValveBase {

    private final LimitSettings settings;
    private final UnderWay underWay;
    private final Refusals refusals;

    RequestLimits(LimitSettings settings, Refusals refusals) {
        super(true);
        this.settings = settings;
        this.underWay = new UnderWay(settings.requestsPerAddress());
        this.refusals = refusals;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String address = Addresses.network(request.getRemoteAddr());
        if (!underWay.begin(address)) {
            refusals.refuse(HttpStatus.TOO_MANY_REQUESTS.value(), request, response);
            return;
        }
        org.apache.coyote.Request sent = request.getCoyoteRequest();
        InputBuffer body = sent.getInputBuffer();
        sent.setInputBuffer(new SteadyBody(
                body, settings.slowAfter(), settings.slowestPerSecond().toBytes()));
        try {
            getNext().invoke(request, response);
            if (!request.isFinished()) {
                response.finishResponse();
                Rest.read(sent);
            }
        } finally {
            // Tomcat uses it for the next request of the connection.
            sent.setInputBuffer(body);
            underWay.end(address);
        }
    }
}
