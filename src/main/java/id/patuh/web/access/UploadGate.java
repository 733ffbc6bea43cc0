package id.patuh.web.access;

import id.patuh.account.Permission;
import id.patuh.web.limit.Admission;
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
 * read, and keep for as long, all that was sent. People are led elsewhere rather than shown an error, whose page would be made
 * in the same request, and read them, too.
 */
final class UploadGate extends OncePerRequestFilter {

    /** A form to sign in is much shorter. */
    private static final long MOST_OF_STRANGERS = 16 << 10;

    private final UploadLimits limits;
    private final long mostOfStrangers;
    private final Refusal refusal;
    private final TooMuch tooMuch;

    private UploadGate(UploadLimits limits, long mostOfStrangers, Refusal refusal, TooMuch tooMuch) {
        this.limits = limits;
        this.mostOfStrangers = mostOfStrangers;
        this.refusal = refusal;
        this.tooMuch = tooMuch;
    }

    /** How somebody is sent away. */
    @FunctionalInterface
    private interface Refusal {

        /** @param visitor empty where nobody is signed in */
        void of(Optional<Visitor> visitor, HttpServletResponse response) throws IOException;
    }

    /** How somebody is told that it is too much, or to come later. */
    @FunctionalInterface
    private interface TooMuch {

        void tell(int status, HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** To another page. */
    static UploadGate ofPages(UploadLimits limits) {
        return new UploadGate(
                limits,
                MOST_OF_STRANGERS,
                (visitor, response) ->
                        response.sendRedirect(visitor.isPresent() ? "/" : SignInController.PATH + "?ended"),
                limits::refuse);
    }

    /** With a status. */
    static UploadGate ofPrograms(UploadLimits limits) {
        return new UploadGate(
                limits,
                Long.MAX_VALUE,
                (visitor, response) -> response.sendError(
                        visitor.isPresent() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED),
                (status, request, response) -> response.sendError(status));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean files = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        Optional<Visitor> visitor = Visitors.of(request);
        if (visitor.isEmpty() && !files && size(request) > mostOfStrangers) {
            limits.refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
        } else if (!files) {
            chain.doFilter(request, response);
        } else if (visitor.isPresent() && visitor.get().rights().may(Permission.CHECK)) {
            within(visitor.get().account().name(), request, response, chain);
        } else {
            response.setHeader("Connection", "close");
            refusal.of(visitor, response);
        }
    }

    /** Of what is sent in pieces nobody knows the size: that is too much, too. */
    private static long size(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") == null ? request.getContentLengthLong() : Long.MAX_VALUE;
    }

    private void within(String account, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long size = limits.size(request.getContentLengthLong());
        Admission admission = limits.begin(account, size);
        if (admission != Admission.ADMITTED) {
            response.setHeader("Connection", "close");
            tooMuch.tell(admission.status(), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            limits.end(account, size);
        }
    }
}
