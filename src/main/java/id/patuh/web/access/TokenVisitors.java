package id.patuh.web.access;

import id.patuh.account.Actor;
import id.patuh.account.TokenUse;
import id.patuh.account.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks up the token that a program sends with each request, and whose it is. Sessions and cookies count for nothing where this
 * stands, so that no other site can have a browser ask for anything here.
 */
final class TokenVisitors extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Clock clock;

    TokenVisitors(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token that is worth nothing is refused, whatever it was sent for: its owner is to learn that it is over. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent != null) {
            Optional<TokenUse> use = use(sent);
            if (use.isEmpty()) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            Visitors.set(request, visitor(use.get(), request));
        }
        chain.doFilter(request, response);
    }

    private Optional<TokenUse> use(String sent) {
        boolean bearer = sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? tokens.check(sent.substring(SCHEME.length()).strip()) : Optional.empty();
    }

    private Visitor visitor(TokenUse use, HttpServletRequest request) {
        return new Visitor(use.owner(), use.rightsAt(clock.instant()), Actor.withToken(use, request.getRemoteAddr()));
    }
}
