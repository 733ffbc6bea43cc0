package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a rule set, read into memory once so that the hash names exactly what is used. */
final class RuleSetFiles {

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final String sha256;

    RuleSetFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RuleSetException(List.of(RuleProblem.of(folder.toString(), "folder-absent", Map.of())));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path relative = folder.relativize(file);
                boolean hidden = false;
                for (Path part : relative) {
                    hidden |= part.toString().startsWith(".");
                }
                if (!hidden) {
                    contents.put(relative.toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("rule set " + folder, e);
        }
        sha256 = sha256(contents);
    }

    /** Paths below a folder with an ending, sorted. */
    List<String> paths(String folder, String ending) {
        return contents.keySet().stream()
                .filter(p -> p.startsWith(folder + "/") && p.endsWith(ending))
                .toList();
    }

    boolean has(String path) {
        return contents.containsKey(path);
    }

    /** @throws RuleSetException if it is not UTF-8 */
    String text(String path) {
        return Utf8.text(path, contents.get(path));
    }

    /** Over paths and contents of all files, in the order of their paths. */
    String sha256() {
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
