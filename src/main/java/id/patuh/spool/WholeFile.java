package id.patuh.spool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Map;

/**
 * Writes files so that nobody finds half of one, however the writing ends: what is not finished stands beside its place
 * under another name. Devices, pipes and standard output, and files that cannot be replaced by one with the same
 * owner and access, are written where they are.
 */
public final class WholeFile {

    /** Links below lead to what somebody has open, such as /dev/stdout, and would go on to write to what was replaced. */
    private static final List<Path> OPEN_FILES = List.of(Path.of("/dev"), Path.of("/proc"));

    private WholeFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is buffered and need not be closed. */
        void write(OutputStream to) throws IOException;
    }

    /**
     * Writes a file, or replaces one. Where the content cannot be made or written, what stood there before remains.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Content content) throws IOException {
        Path place = place(file);
        Path unfinished = place == null ? null : beside(place);
        if (unfinished == null) {
            writeInPlace(file, content);
            return;
        }
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                content.write(to);
            }
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            TemporaryFile.delete(unfinished);
        }
    }

    /**
     * Writes several files, none of which takes its place before all of them are written.
     *
     * @throws IOException if any cannot be written
     */
    public static void writeAll(Map<Path, byte[]> files) throws IOException {
        writeAll(List.copyOf(files.entrySet()));
    }

    private static void writeAll(List<Map.Entry<Path, byte[]>> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        write(files.get(0).getKey(), to -> {
            to.write(files.get(0).getValue());
            to.flush();
            writeAll(files.subList(1, files.size()));
        });
    }

    /** Where the file itself stands, whatever links lead to it; null where there is something that is no file. */
    private static Path place(Path file) {
        if (!Files.isRegularFile(file)) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? null : file.toAbsolutePath();
        }
        Path absolute = file.toAbsolutePath();
        if (Files.isSymbolicLink(file) && OPEN_FILES.stream().anyMatch(absolute::startsWith)) {
            return null;
        }
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }

    /** An empty file that may take the place of one; null where there can be none. */
    private static Path beside(Path place) {
        boolean replaces = Files.exists(place);
        if (replaces && !Files.isWritable(place)) {
            return null;
        }
        String name = place.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".unfinished";
        Path unfinished = place.resolveSibling(name);
        try {
            Files.createFile(unfinished);
        } catch (IOException e) {
            return null;
        }
        TemporaryFile.deleteAtEnd(unfinished);
        try {
            if (replaces) {
                copyAccess(place, unfinished);
            }
            return unfinished;
        } catch (IOException e) {
            TemporaryFile.delete(unfinished);
            return null;
        }
    }

    private static void copyAccess(Path from, Path to) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (old != null) {
            PosixFileAttributes access = old.readAttributes();
            PosixFileAttributeView own = Files.getFileAttributeView(to, PosixFileAttributeView.class);
            own.setOwner(access.owner());
            own.setGroup(access.group());
            own.setPermissions(access.permissions());
        }
    }

    /** What breaks off leaves an empty file. */
    private static void writeInPlace(Path file, Content content) throws IOException {
        boolean whole = false;
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(to);
            to.flush();
            whole = true;
        } finally {
            if (!whole && Files.isRegularFile(file)) {
                Files.newOutputStream(file).close();
            }
        }
    }
}
