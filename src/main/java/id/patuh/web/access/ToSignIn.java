package id.patuh.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * The way to the page to sign in, and back to what was asked for. Where it leads back to stands in addresses and the form, so
 * that nothing need be kept of strangers.
 */
final class ToSignIn
        implements AuthenticationEntryPoint,
                AuthenticationSuccessHandler,
                AuthenticationFailureHandler,
                AccessDeniedHandler {

    static final String BACK = "back";

    /** A part of a page cannot hold the page to sign in: the whole page is led there. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", SignInController.PATH);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (!request.getMethod().equals("GET")) {
            response.sendRedirect(SignInController.PATH + "?ended");
            return;
        }
        response.sendRedirect(SignInController.PATH + (asked.equals("/") ? "" : "?" + back(asked)));
    }

    /** Of a form without its token, whose sender is not signed in, the session ended; any other one is forged. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (Visitors.of(request).isPresent()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            commence(request, response, null);
        }
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        response.sendRedirect(LocalPath.of(request.getParameter(BACK)));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String told = why instanceof AuthenticationServiceException ? "?busy" : "?refused";
        String asked = LocalPath.of(request.getParameter(BACK));
        response.sendRedirect(SignInController.PATH + told + (asked.equals("/") ? "" : "&" + back(asked)));
    }

    private static String back(String path) {
        return BACK + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
