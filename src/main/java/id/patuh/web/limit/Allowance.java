package id.patuh.web.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each of many may do something: some times at once, then once in a while. Nothing is kept of who did nothing lately.
 * May be used by many threads.
 */
public final class Allowance {

    private static final int MOST_KNOWN = 10_000;

    private final long gap;
    private final long credit;
    private final LongSupplier nanos;
    /** When each has his full allowance again, whoever did something last at the end. */
    private final Map<String, Long> full = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /**
     * @param times at once
     * @param every after how long there is one time more
     */
    public Allowance(int times, Duration every) {
        this(times, every, System::nanoTime);
    }

    Allowance(int times, Duration every, LongSupplier nanos) {
        this.gap = every.toNanos();
        this.credit = gap * times;
        this.nanos = nanos;
    }

    /** Whether somebody may do it now, without counting it. */
    public synchronized boolean has(String whom) {
        return used(whom) + gap <= credit;
    }

    /** Counts one time; false where he may not. */
    public synchronized boolean take(String whom) {
        if (!has(whom)) {
            return false;
        }
        full.put(whom, nanos.getAsLong() + used(whom) + gap);
        return true;
    }

    private long used(String whom) {
        Long at = full.get(whom);
        return at == null ? 0 : Math.max(0, at - nanos.getAsLong());
    }
}
