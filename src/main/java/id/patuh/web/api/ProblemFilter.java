package id.patuh.web.api;

import id.patuh.web.access.ApiPaths;
import id.patuh.web.access.Visitors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/**
 * Stands before all others, so that programs are told of whatever goes wrong behind it in their way: what refuses with a status,
 * and what nobody expected, which is logged by a number.
 */
final class ProblemFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemFilter.class);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPaths.isOfPrograms(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new ToldInJson(request, response));
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                // Whoever reads it must see that it broke off.
                throw e;
            }
            if (e.getCause() instanceof MultipartException) {
                // A form with files that is cut off, say; told before it is known who takes it.
                Problems.write(HttpStatus.BAD_REQUEST.value(), request, response);
                return;
            }
            String incident = UUID.randomUUID().toString().substring(0, 8);
            String who = Visitors.of(request)
                    .map(visitor -> visitor.account().name())
                    .orElse("-");
            LOG.error("incident {}: {} {} of {}", incident, request.getMethod(), request.getRequestURI(), who, e);
            Problems.writeIncident(incident, request, response);
        }
    }

    /** Errors that are sent become problems, instead of a page. */
    private static final class ToldInJson extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private final HttpServletResponse response;

        ToldInJson(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
            this.response = response;
        }

        @Override
        public void sendError(int status) throws IOException {
            Problems.write(status, request, response);
        }

        /** The message may hold what was sent. */
        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
