package id.patuh.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are not to outlive their use, such as copies of input, which may name persons: whoever makes one deletes it, and
 * the end of the process at the latest; what a killed process leaves, the next one deletes. What
 * {@link java.io.File#deleteOnExit} is told it never forgets, so that a process of many checks would grow with each.
 */
public final class TemporaryFile {

    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();
    private static final Set<Runnable> ENDINGS = ConcurrentHashMap.newKeySet();

    static {
        // One hook for both: hooks run at the same time, and what is under way still needs its files.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ENDINGS.forEach(Runnable::run);
            FILES.forEach(TemporaryFile::delete);
            WorkFolder.removeOwn();
        }));
    }

    private TemporaryFile() {}

    /**
     * Where they are: a folder of this process that only its user can read, and that goes with it.
     *
     * @throws SpoolException where it cannot be made
     */
    public static Path folder() {
        return WorkFolder.path();
    }

    /**
     * Makes an empty file that only its user can read.
     *
     * @param ending of its name
     * @throws SpoolException where it cannot be made
     */
    public static Path create(String ending) {
        try {
            Path file = Files.createTempFile(WorkFolder.path(), "patuh", ending);
            deleteAtEnd(file);
            return file;
        } catch (IOException e) {
            throw new SpoolException(WorkFolder.base(), e);
        }
    }

    /**
     * Writes a copy of everything.
     *
     * @param most bytes
     * @return whether it was no more than that
     * @throws IOException where the content cannot be read
     * @throws SpoolException where the copy cannot be written
     */
    public static boolean copy(InputStream content, Path into, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(into)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > most) {
                    return false;
                }
                write(buffer, n, out);
            }
        }
        return true;
    }

    /** Sees to it that a file that stands elsewhere does not outlive the process either. */
    public static void deleteAtEnd(Path file) {
        FILES.add(file.toAbsolutePath());
    }

    /** Deletes a file, if it is there; one that the system keeps is tried again at the end of the process. */
    public static void delete(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            Files.deleteIfExists(absolute);
            FILES.remove(absolute);
        } catch (IOException e) {
            // Windows deletes no file that is still read.
            FILES.add(absolute);
        }
    }

    /**
     * Has something done at the end of the process, before files are deleted.
     *
     * @param ending tells what is under way to end, and waits until it has
     */
    public static void deleteAfter(Runnable ending) {
        ENDINGS.add(ending);
    }

    /** How many files were made and not yet deleted. */
    static int count() {
        return FILES.size();
    }

    private static void write(byte[] buffer, int count, OutputStream to) {
        try {
            to.write(buffer, 0, count);
        } catch (IOException e) {
            throw new SpoolException(WorkFolder.base(), e);
        }
    }
}
