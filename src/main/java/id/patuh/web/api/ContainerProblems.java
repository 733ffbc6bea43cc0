package id.patuh.web.api;

import id.patuh.web.access.ApiPaths;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Tells programs of what the container itself refuses, such as addresses that are none: no filter ever sees that. */
public final class ContainerProblems extends ErrorReportValve {

    /** Made by the container. */
    public ContainerProblems() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        String path = request.getRequestURI();
        if (path == null || !path.startsWith(ApiPaths.PREFIX)) {
            super.report(request, response, thrown);
            return;
        }
        boolean refused = response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
        if (refused && response.getContentWritten() == 0 && response.setErrorReported()) {
            try {
                Problems.write(response.getStatus(), request, response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
