package id.patuh.account;

import java.time.Duration;
import java.time.Instant;

/** For how long an account opens to no password after wrong ones: longer each time. */
final class LockOut {

    private static final int FAILURES = 5;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private LockOut() {}

    /**
     * Until when; null where it stays open.
     *
     * @param failures in a row, with the one just now
     */
    static Instant until(int failures, Instant now) {
        if (failures < FAILURES) {
            return null;
        }
        int doublings = Math.min(failures - FAILURES, 6);
        Duration time = FIRST.multipliedBy(1L << doublings);
        return now.plus(time.compareTo(LONGEST) > 0 ? LONGEST : time);
    }
}
