package id.patuh.law;

import java.time.Duration;

/**
 * How late something is.
 *
 * @param time of the clock by which it is over its limit
 * @param atLeast whether more time may have passed than is known, because holidays of later dates are not
 */
public record Overrun(Duration time, boolean atLeast) {}
