package id.patuh.check;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostRows;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Has batches of whole cases judged on all cores, while whoever gives them goes on. */
final class Judges implements AutoCloseable {

    /** Batches waiting for a core: enough that none waits for work, few enough to hold little. */
    private static final int WAITING = 4;
    /** So many rows given away and not judged yet are enough, however many batches and cores there are. */
    private static final int MOST_ROWS = 50_000;

    private final Supplier<Judge> judges;
    private final Queue<Judge> idle = new ConcurrentLinkedQueue<>();
    private final Queue<Judge> all = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rowsAway = new AtomicInteger();
    private ThreadPoolExecutor threads;
    private volatile Throwable failure;
    private long batches;

    /** @param judges gives a judge for a thread */
    Judges(Supplier<Judge> judges) {
        this.judges = judges;
    }

    /**
     * Takes whole cases. Where all cores are busy, or long cases wait for them, the caller judges them itself.
     *
     * @throws RuntimeException that a batch met, maybe an earlier one
     */
    void take(List<ActivityRecord> rows, LostRows lost) {
        long batch = batches++;
        if (rowsAway.get() > MOST_ROWS) {
            judge(batch, rows, lost);
        } else {
            rowsAway.addAndGet(rows.size());
            threads().execute(() -> {
                judge(batch, rows, lost);
                rowsAway.addAndGet(-rows.size());
            });
        }
        rethrow();
    }

    /** Takes the last cases and waits for all. */
    void takeLast(List<ActivityRecord> rows, LostRows lost) {
        // Mostly there is no other batch: then no thread need be made.
        judge(batches++, rows, lost);
        if (threads != null) {
            threads.shutdown();
            try {
                while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                    rethrow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while judging", e);
            }
        }
        rethrow();
    }

    /** All judges that had something to do. */
    Iterable<Judge> all() {
        return all;
    }

    /** Gives up what waits, if anything does. */
    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private ThreadPoolExecutor threads() {
        if (threads == null) {
            int cores = Runtime.getRuntime().availableProcessors();
            threads = new ThreadPoolExecutor(
                    cores,
                    cores,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(WAITING * cores),
                    task -> {
                        Thread thread = new Thread(task, "judge");
                        thread.setDaemon(true);
                        return thread;
                    },
                    new ThreadPoolExecutor.CallerRunsPolicy());
        }
        return threads;
    }

    private void judge(long batch, List<ActivityRecord> rows, LostRows lost) {
        Judge judge = idle.poll();
        try {
            if (judge == null) {
                judge = judges.get();
                all.add(judge);
            }
            if (failure == null) {
                judge.judge(batch, rows, lost);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            if (judge != null) {
                idle.add(judge);
            }
        }
    }

    private void rethrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
