package id.patuh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Connections of a database that nobody else gets until they are given back. */
public final class HeldConnections implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService holders = Executors.newCachedThreadPool();

    /**
     * Takes all but some, which others may use, but must not keep for long.
     *
     * @param left how many are left
     */
    public HeldConnections(Store store, int left) throws InterruptedException {
        int count = Store.CONNECTIONS - left;
        CountDownLatch held = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            holders.execute(() -> store.read(transaction -> {
                transaction.list("SELECT 1 AS one FROM submission_content_use", row -> 1);
                held.countDown();
                return awaitEnd();
            }));
        }
        boolean all = held.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!all) {
            close();
        }
        assertThat(all).as("nobody keeps a connection").isTrue();
    }

    private boolean awaitEnd() {
        try {
            return over.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        over.countDown();
        holders.shutdown();
    }
}
