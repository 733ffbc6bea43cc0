package id.patuh.vault;

import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Contents of files by the SHA-256 of their bytes, each once, packed with gzip. They go through in pieces, whatever their
 * size. May be used by many threads, and by many processes on one database.
 */
public abstract class Vault {

    private static final int BUFFER = 1 << 16;

    Vault() {}

    /**
     * The vault of a database: a folder beside one that is a file, else a table in it.
     *
     * @param folder name of the folder
     * @param table name of the table
     */
    public static Vault of(Store store, String folder, String table) {
        return store.folder()
                .<Vault>map(beside -> new FolderVault(beside.resolve(folder)))
                .orElseGet(() -> new TableVault(store, table));
    }

    /** What is wrong, without the path, which is that of a copy where a file came through a pipe. */
    public static String cause(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** Whether there is one with that hash, intact or not. */
    public abstract boolean has(String sha256);

    /** Keeps what is written to the stream that is handed out, as a whole or not at all. */
    abstract void write(String sha256, Content packed) throws IOException;

    /** The packed bytes; null where there are none. */
    abstract InputStream open(String sha256) throws IOException;

    /** Whether there is one, as a transaction sees it that has seen to it that nobody removes it meanwhile. */
    public abstract boolean has(String sha256, Transaction transaction) throws SQLException;

    /** Removes one, if it is there. */
    public abstract void remove(String sha256) throws IOException;

    /** Removes one, if it is there, within a transaction where it is in the database. */
    public abstract void remove(String sha256, Transaction transaction) throws IOException, SQLException;

    /** The hashes of all that there are; more may come meanwhile. */
    public abstract Set<String> hashes() throws IOException;

    /** Writes to a stream that need not be closed. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream packed) throws IOException;
    }

    /**
     * Keeps a file.
     *
     * @return its hash
     * @throws VaultException if it changes meanwhile
     * @throws IOException if it cannot be read, or the copy not be written
     */
    public final String put(Path file) throws IOException {
        String sha256 = hash(file, OutputStream.nullOutputStream());
        if (!has(sha256)) {
            write(sha256, packed -> {
                GZIPOutputStream packing = new Quick(packed);
                if (!hash(file, packing).equals(sha256)) {
                    throw VaultException.changed(file.toString());
                }
                packing.finish();
            });
        }
        return sha256;
    }

    /**
     * Writes a file as it was kept.
     *
     * @param name says in messages which one it is
     * @throws VaultException if it is missing, or not as it was
     */
    public final void get(String sha256, String name, Path into) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream packed = open(sha256)) {
            if (packed == null) {
                throw new VaultException("input-missing", Map.of("input", name, "sha256", sha256));
            }
            try (InputStream unpacked = new GZIPInputStream(new BufferedInputStream(packed, BUFFER), BUFFER);
                    InputStream content = new DigestInputStream(unpacked, digest);
                    OutputStream to = Files.newOutputStream(into)) {
                copy(content, to);
            }
        } catch (ZipException | EOFException e) {
            throw altered(sha256, name);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw altered(sha256, name);
        }
    }

    private static VaultException altered(String sha256, String name) {
        return new VaultException("input-altered", Map.of("input", name, "sha256", sha256));
    }

    /** The hash of a file's bytes, which are copied. */
    private static String hash(Path file, OutputStream copy) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            copy(content, copy);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            to.write(buffer, 0, n);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Packs logs to a sixth instead of an eighth, in a third of the time. */
    private static final class Quick extends GZIPOutputStream {

        Quick(OutputStream to) throws IOException {
            super(to, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
