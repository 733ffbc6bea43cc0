package id.patuh.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Keeps on disk what was made of a rule set, by all that it was made of, so that a second start neither reads nor compiles
 * it again. What it keeps is code that is run: a folder that anybody else may write to is not used. A cache that cannot be
 * read or written costs time, never a check. Rules that are loaded are shared besides, for as long as somebody uses them:
 * whoever reads rule sets time and again gives the same cache each time.
 */
public final class RuleCache {

    private static final int MOST_KEPT = 16;
    private static final int CHECKSUM = Long.BYTES;
    private static final String ENDING = ".rules";
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private final String program;
    private final InUse<Background<CompiledRules.Network>> loaded = new InUse<>();

    /**
     * @param folder made when it is first needed; null to keep nothing on disk
     * @param program tells one build of patuh from another: rules are compiled against its classes
     */
    public RuleCache(Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    /** Nothing is kept on disk. */
    public static RuleCache none() {
        return new RuleCache(null, "");
    }

    /** What was kept for the parts; null when nothing was, or when it is damaged. */
    public byte[] get(List<String> parts) {
        return get(name(parts));
    }

    /** The rules of that name that are in use, else those that are made, unless that gives null. */
    Background<CompiledRules.Network> loaded(String name, Supplier<Background<CompiledRules.Network>> made) {
        return loaded.get(name, made);
    }

    byte[] get(String name) {
        if (folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        try {
            Path file = file(name);
            if (!Files.isRegularFile(file) || !isPrivate()) {
                return null;
            }
            byte[] kept = Files.readAllBytes(file);
            if (kept.length < CHECKSUM) {
                return null;
            }
            int length = kept.length - CHECKSUM;
            boolean whole = ByteBuffer.wrap(kept, length, CHECKSUM).getLong() == checksum(kept, length);
            return whole ? Arrays.copyOf(kept, length) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /**
     * Keeps something, and drops what was kept longest ago.
     *
     * @param parts all that it was made of
     */
    public void put(List<String> parts, byte[] content) {
        put(name(parts), content);
    }

    void put(String name, byte[] content) {
        if (folder == null) {
            return;
        }
        try {
            makeFolder();
            if (!isPrivate()) {
                return;
            }
            ByteBuffer kept = ByteBuffer.allocate(content.length + CHECKSUM);
            kept.put(content).putLong(checksum(content, content.length));
            Path part = Files.createTempFile(folder, "new", null);
            try {
                Files.write(part, kept.array());
                Files.move(part, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            dropOld();
        } catch (IOException | RuntimeException e) {
            // The next start works it out again.
            return;
        }
    }

    /** Tells what was damaged; who may write to the folder could change more than that. */
    private static long checksum(byte[] content, int length) {
        CRC32 sum = new CRC32();
        sum.update(content, 0, length);
        return sum.getValue();
    }

    private void makeFolder() throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            if (isPosix()) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        }
    }

    private boolean isPrivate() throws IOException {
        return !isPosix()
                || Files.getPosixFilePermissions(folder).stream().noneMatch(OF_OTHERS::contains)
                        && Files.getOwner(folder).getName().equals(System.getProperty("user.name"));
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private void dropOld() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> kept = all.filter(f -> f.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing((Path f) -> f.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path old : kept.subList(Math.min(MOST_KEPT, kept.size()), kept.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    /** A hash of the parts, of this build and of Java's version. */
    String name(List<String> parts) {
        MessageDigest digest = sha256();
        add(digest, program);
        add(digest, Runtime.version().toString());
        parts.forEach(part -> add(digest, part));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
