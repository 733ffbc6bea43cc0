package id.patuh.submission;

import id.patuh.store.Store;
import id.patuh.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Contents that were kept and then not handed in: it was refused, or the process ended in between. Whoever hands one in meanwhile
 * finds that it is gone, and keeps it again.
 */
final class UnusedContents {

    private final Store store;
    private final Vault vault;

    UnusedContents(Store store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** Removes those of some that no submission has. */
    void remove(Collection<String> hashes) {
        for (String sha256 : hashes) {
            store.write(transaction -> {
                SubmissionTables tables = new SubmissionTables(transaction);
                tables.useContents();
                if (!tables.uses(sha256)) {
                    try {
                        vault.remove(sha256, transaction);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return null;
            });
        }
    }

    /** Removes all that no submission has. */
    void removeAll() {
        try {
            Set<String> kept = new HashSet<>(vault.hashes());
            kept.removeAll(store.read(transaction -> new SubmissionTables(transaction).contents()));
            remove(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
