package id.patuh.submission;

import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Removes trials some time after they ended, with their results, and with their files unless somebody else handed in the same; and
 * files that nobody handed in after all.
 */
public final class TrialRetention {

    private final Store store;
    private final Vault vault;
    private final Duration kept;

    /** @param kept for how long a trial is kept */
    public TrialRetention(Store store, Duration kept) {
        this.store = store;
        this.vault = Submissions.vault(store);
        this.kept = kept;
    }

    /**
     * Removes what is over.
     *
     * @return how many trials were removed
     */
    public int run() {
        int removed = 0;
        while (removeOne()) {
            removed++;
        }
        new UnusedContents(store, vault).removeAll();
        return removed;
    }

    private boolean removeOne() {
        return store.write(transaction -> {
            SubmissionTables tables = new SubmissionTables(transaction);
            Optional<Long> over = tables.trialEndedBefore(tables.now().minus(kept));
            if (over.isPresent()) {
                tables.useContents();
                remove(over.get(), transaction);
            }
            return over.isPresent();
        });
    }

    private void remove(long id, Transaction transaction) throws SQLException {
        new ResultTables(transaction, id).clear();
        try {
            for (String sha256 : new SubmissionTables(transaction).remove(id)) {
                vault.remove(sha256, transaction);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
