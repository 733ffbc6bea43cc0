package id.patuh.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of input, which may name persons: whoever makes one deletes it, and the end of the process at the latest. */
final class TemporaryFile {

    private TemporaryFile() {}

    /** Makes an empty file that only its user can read. */
    static Path create(String ending) throws IOException {
        Path file = Files.createTempFile("patuh", ending);
        file.toFile().deleteOnExit();
        return file;
    }
}
