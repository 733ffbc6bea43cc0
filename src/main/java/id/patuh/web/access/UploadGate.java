package id.patuh.web.access;

import id.patuh.account.Permission;
import id.patuh.web.limit.UploadLimits;
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

    /** A form to sign in is much shorter. */
    private static final long MOST_OF_STRANGERS = 16 << 10;

    private final UploadLimits limits;

    UploadGate(UploadLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean files = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        Optional<Visitor> visitor = Visitors.of(request);
        if (visitor.isEmpty() && !files && request.getContentLengthLong() > MOST_OF_STRANGERS) {
            limits.refuseTooLarge(request, response);
        } else if (!files) {
            chain.doFilter(request, response);
        } else if (visitor.isPresent() && visitor.get().rights().may(Permission.CHECK)) {
            within(visitor.get().account().name(), request, response, chain);
        } else {
            leadAway(visitor.isPresent(), request, response);
        }
    }

    private void within(String account, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limits.begin(account, request, response)) {
            try {
                chain.doFilter(request, response);
            } finally {
                limits.end(account);
            }
        }
    }

    private static void leadAway(boolean known, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Connection", "close");
        response.sendRedirect(request.getContextPath() + (known ? "/" : SignInController.PATH + "?ended"));
    }
}
