package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a rule set in memory, wherever they come from. Their hash names exactly what is used. Never changes. */
public final class RuleSetContent {

    private static final int MOST_FILES = 10_000;
    private static final int MOST_BYTES = 64 << 20;

    private final SortedMap<String, byte[]> contents;
    /** Null until somebody asks for it: files are changed one by one, and nobody asks in between. */
    private volatile String sha256;

    private RuleSetContent(SortedMap<String, byte[]> contents) {
        this.contents = contents;
    }

    /**
     * The files of a folder, read once. Hidden ones are no part of it. Links lead to files of the folder only, so that
     * whoever writes a rule set reads no other file by it. The folder itself may be a link.
     *
     * @throws RuleSetException if there is no such folder, something in it is no file that can be read, a link leads out of
     *     it, or it is larger than any rule set
     */
    public static RuleSetContent of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw wrong(folder, "folder-absent", Map.of());
        }
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try {
            Path root = folder.toRealPath();
            Files.walkFileTree(root, new Collector(root, contents));
        } catch (IOException e) {
            throw wrong(folder, "rule-file-unreadable", Map.of());
        }
        return new RuleSetContent(contents);
    }

    private static RuleSetException wrong(Path file, String reason, Map<String, String> details) {
        return wrong(file.toString(), reason, details);
    }

    private static RuleSetException wrong(String file, String reason, Map<String, String> details) {
        return new RuleSetException(List.of(RuleProblem.of(file, reason, details)));
    }

    private static void refuseLarge(String file, long bytes, int files) {
        if (bytes > MOST_BYTES || files > MOST_FILES) {
            throw wrong(
                    file,
                    "rule-set-large",
                    Map.of("bytes", Integer.toString(MOST_BYTES), "files", Integer.toString(MOST_FILES)));
        }
    }

    /** Reads the files of a folder. */
    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Map<String, byte[]> contents;
        private long size;

        Collector(Path root, Map<String, byte[]> contents) {
            this.root = root;
            this.contents = contents;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            Path relative = root.relativize(file);
            if (!Files.isRegularFile(file)) {
                // What is passed over in silence would be missing from the rules.
                throw wrong(relative, "no-file", Map.of());
            }
            if (attributes.isSymbolicLink() && !file.toRealPath().startsWith(root)) {
                throw wrong(relative, "link-outside", Map.of());
            }
            size += Files.size(file);
            refuseLarge(relative.toString(), size, contents.size() + 1);
            try {
                contents.put(relative.toString().replace('\\', '/'), Files.readAllBytes(file));
            } catch (IOException e) {
                throw wrong(relative, "rule-file-unreadable", Map.of());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            throw wrong(root.relativize(file), "rule-file-unreadable", Map.of());
        }

        private static boolean isHidden(Path file) {
            return file.getFileName().toString().startsWith(".");
        }
    }

    /** Files by their paths within the rule set, names separated by slashes; a copy is kept. */
    public static RuleSetContent of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, bytes) -> contents.put(path, bytes.clone()));
        return new RuleSetContent(contents);
    }

    /**
     * These files with another content of one of them, or with a further one.
     *
     * @throws RuleSetException if they are larger than any rule set
     */
    public RuleSetContent with(String path, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        changed.put(path, content.clone());
        refuseLarge(
                path, changed.values().stream().mapToLong(bytes -> bytes.length).sum(), changed.size());
        return new RuleSetContent(changed);
    }

    /** These files without one of them. */
    public RuleSetContent without(String path) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        changed.remove(path);
        return new RuleSetContent(changed);
    }

    /** These files, of which those below a folder stand in for those of the same path outside of it. */
    RuleSetContent standingIn(String folder) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        paths(folder, "").forEach(path -> changed.put(path.substring(folder.length() + 1), contents.get(path)));
        return new RuleSetContent(changed);
    }

    /** Paths of all files, sorted. */
    public Set<String> paths() {
        return Collections.unmodifiableSet(contents.keySet());
    }

    /** A copy of the content of a file that there is. */
    public byte[] bytes(String path) {
        return contents.get(path).clone();
    }

    /** Paths below a folder with an ending, sorted. */
    List<String> paths(String folder, String ending) {
        return contents.keySet().stream()
                .filter(p -> p.startsWith(folder + "/") && p.endsWith(ending))
                .toList();
    }

    /** Whether the files below a folder are the same in both. */
    boolean agrees(RuleSetContent other, String folder) {
        List<String> paths = paths(folder, "");
        return paths.equals(other.paths(folder, ""))
                && paths.stream().allMatch(path -> Arrays.equals(contents.get(path), other.contents.get(path)));
    }

    /** Whether there is a file of that path. */
    public boolean has(String path) {
        return contents.containsKey(path);
    }

    /**
     * The text of a file, without a byte order mark.
     *
     * @throws RuleSetException if it is not UTF-8
     */
    public String text(String path) {
        return Utf8.text(path, contents.get(path));
    }

    /** SHA-256 over paths and contents of all files, in the order of their paths; in hexadecimal digits. */
    public String sha256() {
        if (sha256 == null) {
            sha256 = sha256(contents);
        }
        return sha256;
    }

    private static String sha256(Map<String, byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
                digest.update((byte) 0);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
