package id.patuh.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;

/**
 * A copy of a database file that stands beside it while its tables are brought up to date. H2 has no transactions over
 * tables: where that is broken off the file can never be used again, and the copy takes its place. Whoever works with the
 * copy holds a lock of it, so that one whose maker is at work is not mistaken for one that was left.
 */
final class BeforeMigration implements Closeable {

    private static final String ENDING = ".before.zip";
    private static final String UNFINISHED = ".part";

    private final Path copy;
    private final FileChannel locked;

    private BeforeMigration(Path copy, FileChannel locked) {
        this.copy = copy;
        this.locked = locked;
    }

    /**
     * Makes the copy.
     *
     * @param file the database file
     * @param source of connections to it
     * @throws IOException if it cannot be written; nothing is left of it then
     */
    static BeforeMigration of(Path file, DataSource source) throws IOException, SQLException {
        // Nobody else makes one, or has the file; what a process left that was ended amid this is written over.
        Path made = file.resolveSibling(file.getFileName() + ENDING + UNFINISHED);
        FileChannel channel = null;
        try {
            try (Connection connection = source.getConnection();
                    PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, made.toString());
                backup.execute();
            }
            channel = FileChannel.open(made, StandardOpenOption.WRITE);
            channel.force(true);
            channel.lock();
            Files.move(made, copyOf(file), StandardCopyOption.ATOMIC_MOVE);
            BeforeMigration kept = new BeforeMigration(copyOf(file), channel);
            channel = null;
            return kept;
        } finally {
            if (channel != null) {
                channel.close();
            }
            Files.deleteIfExists(made);
        }
    }

    /** Removes the copy: the tables are up to date. */
    void remove() throws IOException {
        Files.delete(copy);
    }

    /** The copy stays, unless it was removed: whoever opens the file next puts it back. */
    @Override
    public void close() throws IOException {
        locked.close();
    }

    /**
     * Puts the copy back that was left, if any was.
     *
     * @param file the database file
     * @throws StoreException if somebody else is at work
     */
    static void putBack(Path file) throws IOException {
        Path copy = copyOf(file);
        if (Files.notExists(copy)) {
            return;
        }
        try {
            Object which = key(copy);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null || !Objects.equals(which, key(copy))) {
                    throw taken();
                }
                putBack(copy, file);
            }
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            throw taken();
        }
    }

    private static void putBack(Path copy, Path file) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            unpack(copy, whole);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        Files.delete(copy);
    }

    private static void unpack(Path copy, Path to) throws IOException {
        try (InputStream packed = Files.newInputStream(copy);
                ZipInputStream zip = new ZipInputStream(packed)) {
            zip.getNextEntry();
            Files.copy(zip, to, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static Path copyOf(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    private static StoreException taken() {
        return new StoreException(Store.TAKEN, Map.of(), null);
    }
}
