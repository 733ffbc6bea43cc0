package id.patuh.web.access;

import id.patuh.account.Permission;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends whoever may not hand files in away before a byte of them is read: looking for the token against forged requests would
 * read, and keep for as long, all that was sent. People are led elsewhere rather than shown an error, whose page would be made
 * in the same request, and read them, too.
 */
final class UploadGate extends OncePerRequestFilter {

    private final Refusal refusal;

    private UploadGate(Refusal refusal) {
        this.refusal = refusal;
    }

    /** How somebody is sent away. */
    @FunctionalInterface
    private interface Refusal {

        /** @param visitor empty where nobody is signed in */
        void of(Optional<Visitor> visitor, HttpServletResponse response) throws IOException;
    }

    /** To another page. */
    static UploadGate ofPages() {
        return new UploadGate(
                (visitor, response) -> response.sendRedirect(visitor.isPresent() ? "/" : SignInController.PATH));
    }

    /** With a status. */
    static UploadGate ofPrograms() {
        return new UploadGate((visitor, response) -> response.sendError(
                visitor.isPresent() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean files = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        Optional<Visitor> visitor = Visitors.of(request);
        if (!files || visitor.isPresent() && visitor.get().rights().may(Permission.CHECK)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Connection", "close");
        refusal.of(visitor, response);
    }
}
