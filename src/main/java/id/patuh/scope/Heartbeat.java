package id.patuh.scope;

import id.patuh.store.StoreException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Renews a lease while work goes on under it. Where that fails, or comes too late, whatever is written under the lease is
 * refused once somebody else took it: that is not this one's business.
 */
public final class Heartbeat {

    private static final int BEATS_A_LEASE = 3;

    private final BooleanSupplier renewal;
    private final ScheduledExecutorService timer;

    private Heartbeat(String name, Duration lease, BooleanSupplier renewal) {
        this.renewal = renewal;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        long pause = Math.max(1, lease.toMillis() / BEATS_A_LEASE);
        timer.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            if (!renewal.getAsBoolean()) {
                timer.shutdown();
            }
        } catch (StoreException e) {
            // The database may be back before the lease ends.
        }
    }

    /** Does some work for a scope, and lets others take the scope at once when it has ended. */
    public static <T> T during(Scopes scopes, Hold hold, Duration lease, Supplier<T> work) {
        return during(
                "lease of " + hold.scope(), lease, () -> scopes.renew(hold, lease), () -> scopes.release(hold), work);
    }

    /**
     * Does some work under any lease.
     *
     * @param name of the thread that renews it
     * @param renewal renews it; false where somebody else has it by now
     * @param release lets others have it at once; done when the work has ended, however it did
     */
    public static <T> T during(
            String name, Duration lease, BooleanSupplier renewal, Runnable release, Supplier<T> work) {
        Heartbeat heartbeat = new Heartbeat(name, lease, renewal);
        try {
            return work.get();
        } finally {
            heartbeat.timer.shutdown();
            try {
                release.run();
            } catch (StoreException e) {
                // Then the lease ends by itself. What went wrong before is what counts.
            }
        }
    }
}
