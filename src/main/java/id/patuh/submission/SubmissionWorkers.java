package id.patuh.submission;

import id.patuh.nightly.RuleSource;
import id.patuh.scope.Heartbeat;
import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.submission.SubmissionQueue.Held;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Checks what was handed in, one submission a thread, until closed. What a process leaves undone, however it ends, another one
 * does.
 */
public final class SubmissionWorkers implements AutoCloseable {

    private static final Duration LEASE = Duration.ofSeconds(30);
    /** What other processes were told may wait for as long. */
    private static final long PAUSE_MILLIS = 1_000;

    private final SubmissionQueue queue;
    private final SubmissionCheck check;
    private final Consumer<Throwable> unexpected;
    private final ExecutorService threads;
    private final int count;
    private final AtomicInteger working = new AtomicInteger();
    private final Semaphore handedIn = new Semaphore(0);
    /** Nothing new is begun. */
    private volatile boolean closing;
    /** What is under way is given back. */
    private volatile boolean stopping;

    /**
     * Who works, and how.
     *
     * @param holder by which people know the process
     * @param program the version of patuh, and its build where that is known
     * @param count how many submissions are checked at a time
     */
    public record Work(String holder, String program, int count) {}

    /**
     * @param clock by whose moment the rule set in force is chosen
     * @param unexpected hears what went wrong that nobody foresaw
     */
    public SubmissionWorkers(Store store, RuleSource rules, Clock clock, Work work, Consumer<Throwable> unexpected) {
        this.queue = new SubmissionQueue(store, work.holder(), LEASE);
        UnitIntake units = new UnitIntake(store, clock, work, LEASE);
        this.check = new SubmissionCheck(queue, Submissions.vault(store), rules, clock, units, unexpected);
        this.unexpected = unexpected;
        this.count = work.count();
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "submissions");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to work. */
    public void start() {
        for (int i = 0; i < count; i++) {
            threads.execute(this::work);
        }
    }

    /** Tells that something was handed in. */
    public void wake() {
        handedIn.release();
    }

    /** Whether as many threads as were begun still work, or may. */
    public boolean areAlive() {
        return working.get() == count;
    }

    private void work() {
        working.incrementAndGet();
        try {
            workOn();
        } finally {
            working.decrementAndGet();
        }
    }

    private void workOn() {
        while (!closing) {
            try {
                Optional<Held> next = queue.take();
                if (next.isPresent()) {
                    check(next.get());
                } else {
                    pause();
                }
            } catch (StoppedException e) {
                return;
            } catch (Throwable e) {
                // The database may be back soon, and there may be memory for the next one: nobody else would go on.
                unexpected.accept(e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            handedIn.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private void check(Held held) {
        AtomicLong rows = new AtomicLong();
        AtomicBoolean innocent = new AtomicBoolean();
        Heartbeat.during(
                "lease of submission " + held.submission().id(),
                LEASE,
                () -> queue.renew(held, rows.get()),
                () -> queue.release(held, innocent.get()),
                () -> {
                    try {
                        check.run(held, rows, () -> stopping);
                    } catch (StoppedException | StoreException e) {
                        innocent.set(true);
                        throw e;
                    }
                    return null;
                });
    }

    /** Takes nothing new, waits a while for what is under way, and gives back what did not end by then. */
    public void finish(Duration patience) {
        closing = true;
        threads.shutdown();
        handedIn.release(count);
        // Threads are never interrupted: within H2 that would close the file of the database for all of them.
        if (!hasEndedWithin(patience)) {
            stopping = true;
            hasEndedWithin(LEASE);
        }
    }

    private boolean hasEndedWithin(Duration patience) {
        try {
            return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same without waiting for what is under way. */
    @Override
    public void close() {
        finish(Duration.ZERO);
    }
}
