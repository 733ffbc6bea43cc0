package id.patuh.law;

import java.time.Instant;

/**
 * A stretch of working time.
 *
 * @param from its first moment
 * @param until the moment at which it is over
 */
public record WorkingSpan(Instant from, Instant until) {}
