package id.patuh.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds how often a program may ask: so many requests of a token within a minute from the first of them. */
final class TokenLimit extends OncePerRequestFilter {

    private static final Duration SPAN = Duration.ofMinutes(1);
    /** Above this, what is over is forgotten. */
    private static final int MANY = 10_000;

    private final int most;
    private final Clock clock;
    private final Map<Long, Asked> asked = new ConcurrentHashMap<>();

    TokenLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** How often a token came until a moment. */
    private record Asked(Instant until, int times) {

        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Long> token =
                Visitors.of(request).map(visitor -> visitor.actor().token());
        if (token.isPresent() && !admit(token.get(), response)) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean admit(long token, HttpServletResponse response) {
        Instant now = clock.instant();
        if (asked.size() > MANY) {
            asked.values().removeIf(each -> each.isOver(now));
        }
        Asked times = asked.compute(
                token,
                (number, before) -> before == null || before.isOver(now)
                        ? new Asked(now.plus(SPAN), 1)
                        : new Asked(before.until(), before.times() + 1));
        String seconds = Long.toString(Duration.between(now, times.until()).toSeconds() + 1);
        response.setHeader("RateLimit-Limit", Integer.toString(most));
        response.setHeader("RateLimit-Remaining", Integer.toString(Math.max(0, most - times.times())));
        response.setHeader("RateLimit-Reset", seconds);
        if (times.times() > most) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
            return false;
        }
        return true;
    }
}
