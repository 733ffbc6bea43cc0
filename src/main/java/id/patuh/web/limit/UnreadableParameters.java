package id.patuh.web.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that are not in the form of any, such as {@code %zz}, and those that are too many or too large: Tomcat finds
 * that where they are read first.
 */
final class UnreadableParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            Optional<Integer> status = status(e);
            if (response.isCommitted() || status.isEmpty()) {
                throw e;
            }
            response.sendError(status.get());
        }
    }

    /** The status that Tomcat has for it. */
    private static Optional<Integer> status(Exception e) {
        return Stream.<Throwable>iterate(e, each -> each != null, Throwable::getCause)
                .filter(InvalidParameterException.class::isInstance)
                .map(InvalidParameterException.class::cast)
                .map(InvalidParameterException::getErrorCode)
                .findFirst();
    }
}
