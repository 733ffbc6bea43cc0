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
 * read, and keep for as long, all that was sent. He is led elsewhere rather than shown an error, whose page would be made in
 * the same request, and read them, too.
 */
final class UploadGate extends OncePerRequestFilter {

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
        response.sendRedirect(visitor.isPresent() ? "/" : SignInController.PATH);
    }
}
