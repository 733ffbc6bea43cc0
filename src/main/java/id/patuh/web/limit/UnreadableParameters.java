package id.patuh.web.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses parameters that are not in the form of any, such as {@code %zz}: Tomcat finds that where they are read first. */
final class UnreadableParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !isOf(e)) {
                throw e;
            }
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isOf(Exception e) {
        return Stream.<Throwable>iterate(e, each -> each != null, Throwable::getCause)
                .filter(InvalidParameterException.class::isInstance)
                .map(InvalidParameterException.class::cast)
                // Those that are too many, or too large, have pages of their own.
                .anyMatch(told -> told.getErrorCode() == HttpServletResponse.SC_BAD_REQUEST);
    }
}
