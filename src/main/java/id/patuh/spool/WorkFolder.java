package id.patuh.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders of this process, and of no other, among the temporary files of the system. Each holds a lock for as long as its
 * process lives; whoever makes one removes those whose processes were killed, since nobody else would.
 */
final class WorkFolder {

    private static final String PREFIX = "patuh-";
    private static final String LOCK = "lock";

    /** By where temporary files are. */
    private static final Map<Path, WorkFolder> OWN = new HashMap<>();

    /** Where this process so much as opened and closed the lock of its own, some systems would give the lock back. */
    private static final Set<Path> NAMES = new HashSet<>();

    private final Path folder;
    /** Null where the file system has no locks: nobody can tell then that the process was killed. */
    private final FileChannel lock;

    private WorkFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Where the system has its temporary files. */
    static String base() {
        return System.getProperty("java.io.tmpdir");
    }

    /**
     * Where this process has its temporary files; only its user can read them. The folder goes with the process, with whatever is in it.
     *
     * @throws SpoolException where it cannot be made
     */
    static Path path() {
        synchronized (OWN) {
            Path base = Path.of(base());
            WorkFolder own = OWN.get(base);
            // Systems remove from time to time what was not used for long.
            if (own == null || !Files.isDirectory(own.folder)) {
                own = make(base);
                OWN.put(base, own);
            }
            return own.folder;
        }
    }

    private static WorkFolder make(Path base) {
        try {
            WorkFolder own = null;
            while (own == null) {
                own = lock(Files.createTempDirectory(base, PREFIX));
            }
            NAMES.add(own.folder.getFileName());
            removeAbandoned(base, Files.getOwner(own.folder));
            return own;
        } catch (IOException e) {
            throw new SpoolException(base.toString(), e);
        }
    }

    /** @return null where somebody took it for abandoned before it was locked */
    private static WorkFolder lock(Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve(LOCK));
        try {
            WorkFolder locked = take(folder);
            return locked != null && Files.exists(file) ? locked : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            return new WorkFolder(folder, null);
        }
    }

    /** @return null where somebody else has it */
    private static WorkFolder take(Path folder) throws IOException {
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = lock.tryLock() != null;
        } finally {
            if (!taken) {
                lock.close();
            }
        }
        return taken ? new WorkFolder(folder, lock) : null;
    }

    /** Those of others are not looked into: what is in them may lead elsewhere. */
    private static void removeAbandoned(Path base, UserPrincipal user) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(base, PREFIX + "*")) {
            for (Path folder : folders) {
                try {
                    if (!NAMES.contains(folder.getFileName())
                            && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)
                            && Files.isRegularFile(folder.resolve(LOCK))) {
                        removeIfAbandoned(folder);
                    }
                } catch (IOException | UncheckedIOException e) {
                    // Somebody else removed it meanwhile, or it is still read; the next process tries again.
                }
            }
        }
    }

    private static void removeIfAbandoned(Path folder) throws IOException {
        WorkFolder abandoned = take(folder);
        if (abandoned != null) {
            abandoned.remove();
        }
    }

    /** Its lock last: until then nobody else begins to. */
    private void remove() throws IOException {
        Path file = folder.resolve(LOCK);
        try (lock;
                Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(file) && !each.equals(folder)) {
                    Files.deleteIfExists(each);
                }
            }
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    /** Removes those of this process. */
    static void removeOwn() {
        synchronized (OWN) {
            for (WorkFolder own : OWN.values()) {
                try {
                    own.remove();
                } catch (IOException | UncheckedIOException e) {
                    // The next process does it.
                }
            }
            OWN.clear();
        }
    }
}
