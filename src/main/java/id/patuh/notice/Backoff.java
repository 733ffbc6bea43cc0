package id.patuh.notice;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a message waits after an attempt that failed: longer each time, and not the same for all that failed together. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final double JITTER = 0.2;
    /** From then on it is the longest one. */
    private static final int MOST_DOUBLINGS = 8;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * How long to wait.
     *
     * @param attempts how many failed, from 1
     * @param atLeast what the other side asks for
     */
    Duration after(int attempts, Duration atLeast) {
        long doubled = FIRST.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS);
        long usual = Math.min(doubled, LONGEST.toMillis());
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofMillis(Math.max(Math.round(usual * factor), atLeast.toMillis()));
    }
}
