package id.patuh.web.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work that takes much, some at a time: whoever comes meanwhile waits for his turn, and not for ever. */
public final class Turns {

    private final Semaphore free;
    private final Duration patience;

    /**
     * @param most how many at a time
     * @param patience for how long somebody waits
     */
    public Turns(int most, Duration patience) {
        this.free = new Semaphore(most, true);
        this.patience = patience;
    }

    /**
     * Does some work.
     *
     * @throws Busy if its turn did not come in time
     */
    public <T> T take(Supplier<T> work) {
        if (!begins()) {
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean begins() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
