package id.patuh.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that the program makes for itself. */
final class Folders {

    private Folders() {}

    /**
     * Deletes a folder with all that is in it.
     *
     * @throws IOException if it is not there, or anything cannot be deleted
     */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
