package id.patuh.vault;

import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;

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

    @Override
    void write(String sha256, Content packed) throws IOException {
        try {
            store.write(transaction -> {
                // Somebody else may have been faster.
                if (!find(transaction, sha256, 1)) {
                    try (Pieces pieces = new Pieces(transaction, sha256)) {
                        packed.writeTo(pieces);
                    } catch (IOException e) {
                        // The store knows what to do where another writer came first.
                        if (e.getCause() instanceof SQLException cause) {
                            throw cause;
                        }
                        throw new UncheckedIOException(e);
                    }
                }
                return null;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    InputStream open(String sha256) {
        return has(sha256) ? new Joined(sha256) : null;
    }

    @Override
    public void remove(String sha256) {
        store.write(transaction -> transaction.change("DELETE FROM " + table + " WHERE sha256 = ?", sha256));
    }

    private boolean find(Transaction transaction, String sha256, int piece) throws SQLException {
        return transaction
                .find("SELECT piece FROM " + table + " WHERE sha256 = ? AND piece = ?", row -> 1, sha256, piece)
                .isPresent();
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

    /** Writes pieces as they get full. */
    private final class Pieces extends OutputStream {

        private final Transaction transaction;
        private final String sha256;
        private final byte[] piece = new byte[PIECE];
        private int length;
        private int written;

        Pieces(Transaction transaction, String sha256) {
            this.transaction = transaction;
            this.sha256 = sha256;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            int at = from;
            int left = count;
            while (left > 0) {
                int n = Math.min(left, PIECE - length);
                System.arraycopy(bytes, at, piece, length, n);
                length += n;
                at += n;
                left -= n;
                if (length == PIECE) {
                    end();
                }
            }
        }

        @Override
        public void close() throws IOException {
            if (length > 0) {
                end();
            }
        }

        private void end() throws IOException {
            try {
                transaction.change(
                        "INSERT INTO " + table + " (sha256, piece, content) VALUES (?, ?, ?)",
                        sha256,
                        ++written,
                        Arrays.copyOf(piece, length));
                length = 0;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
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
