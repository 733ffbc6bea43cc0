package id.patuh.vault;

import id.patuh.spool.TemporaryFile;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/** Contents in the database itself, in pieces: whoever uses a server expects one place to save, for all machines. */
final class TableVault extends Vault {

    private static final int PIECE = 1 << 20;

    private final Store store;
    private final String table;

    /** @param table with a hash, the number of a piece and its content in each row */
    TableVault(Store store, String table) {
        this.store = store;
        this.table = table;
    }

    @Override
    public boolean has(String sha256) {
        return piece(sha256, 1) != null;
    }

    /** Packed first, so that no connection waits for that. */
    @Override
    void write(String sha256, Content packed) throws IOException {
        Path file = TemporaryFile.create(".packed");
        try {
            try (OutputStream to = Files.newOutputStream(file)) {
                packed.writeTo(to);
            }
            store.write(transaction -> {
                // Somebody else may have been faster.
                if (!has(sha256, transaction)) {
                    add(sha256, file, transaction);
                }
                return null;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            TemporaryFile.delete(file);
        }
    }

    private void add(String sha256, Path packed, Transaction transaction) throws SQLException {
        try (InputStream from = Files.newInputStream(packed)) {
            int number = 0;
            for (byte[] piece = from.readNBytes(PIECE); piece.length > 0; piece = from.readNBytes(PIECE)) {
                transaction.change(
                        "INSERT INTO " + table + " (sha256, piece, content) VALUES (?, ?, ?)", sha256, ++number, piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    InputStream open(String sha256) {
        return has(sha256) ? new Joined(sha256) : null;
    }

    @Override
    public void remove(String sha256) {
        store.write(transaction -> {
            remove(sha256, transaction);
            return null;
        });
    }

    @Override
    public boolean has(String sha256, Transaction transaction) throws SQLException {
        return transaction
                .find("SELECT piece FROM " + table + " WHERE sha256 = ? AND piece = 1", row -> 1, sha256)
                .isPresent();
    }

    @Override
    public void remove(String sha256, Transaction transaction) throws SQLException {
        transaction.change("DELETE FROM " + table + " WHERE sha256 = ?", sha256);
    }

    @Override
    public Set<String> hashes() {
        return Set.copyOf(store.read(transaction ->
                transaction.list("SELECT sha256 FROM " + table + " WHERE piece = 1", row -> row.getString("sha256"))));
    }

    private byte[] piece(String sha256, int piece) {
        return store.read(transaction -> transaction
                .find(
                        "SELECT content FROM " + table + " WHERE sha256 = ? AND piece = ?",
                        row -> row.getBytes("content"),
                        sha256,
                        piece)
                .orElse(null));
    }

    /** Reads piece after piece. */
    private final class Joined extends InputStream {

        private final String sha256;
        private byte[] piece = new byte[0];
        private int at;
        private int read;

        Joined(String sha256) {
            this.sha256 = sha256;
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : piece[at++] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (count == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int n = Math.min(count, piece.length - at);
            System.arraycopy(piece, at, into, from, n);
            at += n;
            return n;
        }

        private boolean isAtEnd() {
            if (piece != null && at == piece.length) {
                piece = piece(sha256, ++read);
                at = 0;
            }
            return piece == null;
        }
    }
}
