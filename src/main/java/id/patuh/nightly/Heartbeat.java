package id.patuh.nightly;

import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.store.StoreException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Renews the lease of a scope while it is worked on. Where that fails, or comes too late, whatever is written for the scope is
 * refused once somebody else took it: that is not this one's business.
 */
final class Heartbeat {

    private static final int BEATS_A_LEASE = 3;

    private final Scopes scopes;
    private final Hold hold;
    private final ScheduledExecutorService timer;

    private Heartbeat(Scopes scopes, Hold hold, Duration lease) {
        this.scopes = scopes;
        this.hold = hold;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lease of " + hold.scope());
            thread.setDaemon(true);
            return thread;
        });
        long pause = Math.max(1, lease.toMillis() / BEATS_A_LEASE);
        timer.scheduleWithFixedDelay(() -> beat(lease), pause, pause, TimeUnit.MILLISECONDS);
    }

    private void beat(Duration lease) {
        try {
            if (!scopes.renew(hold, lease)) {
                timer.shutdown();
            }
        } catch (StoreException e) {
            // The database may be back before the lease ends.
        }
    }

    /** Does some work, and lets others take the scope at once when it has ended. */
    static <T> T during(Scopes scopes, Hold hold, Duration lease, Supplier<T> work) {
        Heartbeat heartbeat = new Heartbeat(scopes, hold, lease);
        try {
            return work.get();
        } finally {
            heartbeat.end();
        }
    }

    private void end() {
        timer.shutdown();
        try {
            scopes.release(hold);
        } catch (StoreException e) {
            // Then the lease ends by itself. What went wrong before is what counts.
        }
    }
}
