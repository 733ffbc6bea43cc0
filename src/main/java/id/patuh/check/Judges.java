package id.patuh.check;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Has batches of whole cases judged on all cores, while whoever gives them goes on. */
final class Judges implements AutoCloseable {

    /** Batches waiting for a core: enough that none waits for work, few enough to hold little. */
    private static final int WAITING = 4;
    /** So many rows given away and not judged yet are enough, however many batches and cores there are. */
    private static final int MOST_ROWS = 50_000;

    private final Supplier<Judge> judges;
    private final BiConsumer<Judge, CaseBatch> task;
    private final Queue<Judge> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rowsAway = new AtomicInteger();
    private ThreadPoolExecutor threads;
    private volatile Throwable failure;

    /**
     * @param judges gives a judge for a thread
     * @param task what a judge is to do with a batch; called by several threads
     */
    Judges(Supplier<Judge> judges, BiConsumer<Judge, CaseBatch> task) {
        this.judges = judges;
        this.task = task;
    }

    /**
     * Takes whole cases. Where all cores are busy, or long cases wait for them, the caller judges them itself.
     *
     * @throws RuntimeException that a batch met, maybe an earlier one
     */
    void take(CaseBatch batch) {
        if (rowsAway.get() > MOST_ROWS) {
            judge(batch);
        } else {
            int rows = batch.rows().size();
            rowsAway.addAndGet(rows);
            threads().execute(() -> {
                judge(batch);
                rowsAway.addAndGet(-rows);
            });
        }
        rethrow();
    }

    /** Takes the last cases and waits for all. */
    void takeLast(CaseBatch batch) {
        // Mostly there is no other batch: then no thread need be made.
        judge(batch);
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

    private void judge(CaseBatch batch) {
        Judge judge = idle.poll();
        try {
            if (judge == null) {
                judge = judges.get();
            }
            if (failure == null) {
                task.accept(judge, batch);
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
