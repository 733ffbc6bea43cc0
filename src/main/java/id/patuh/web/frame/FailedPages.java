package id.patuh.web.frame;

import id.patuh.web.access.ApiPaths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before all others, so that what goes wrong with a page is logged once, by the number that people are shown: Tomcat would
 * log it before, without one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FailedPages extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ApiPaths.isOfPrograms(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            // Of forms that are too much Tomcat tells by their status.
            throw e;
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                // Whoever reads it must see that it broke off.
                throw e;
            }
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, e);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
