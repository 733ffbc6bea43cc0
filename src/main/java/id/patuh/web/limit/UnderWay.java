package id.patuh.web.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many things each of many has under way at the same time, with a bound. May be used by many threads. */
final class UnderWay {

    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    UnderWay(int most) {
        this.most = most;
    }

    /** Begins one, which must be ended; false where there are as many as may be. */
    boolean begin(String whose) {
        boolean[] begun = new boolean[1];
        counts.compute(whose, (same, count) -> {
            begun[0] = count == null || count < most;
            return begun[0] ? Integer.valueOf(count == null ? 1 : count + 1) : count;
        });
        return begun[0];
    }

    void end(String whose) {
        counts.computeIfPresent(whose, (same, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }
}
