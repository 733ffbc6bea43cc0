package id.patuh.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param name as the user named it; {@code -} is standard input
 * @param path where it lies; null for standard input
 */
record FoundFile(String name, Path path) {

    SourceFile open(InputStream standardInput) throws IOException {
        if (path != null) {
            return new SourceFile(path, false);
        }
        // The input is read twice, which a pipe does not allow.
        Path spooled = Files.createTempFile("patuh-", ".in");
        try (var out = Files.newOutputStream(spooled)) {
            standardInput.transferTo(out);
        }
        return new SourceFile(spooled, true);
    }
}
