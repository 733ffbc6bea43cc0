package id.patuh.intake;

import id.patuh.spool.SpoolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of input, which may name persons: whoever makes one deletes it, and the end of the process at the latest. */
final class TemporaryFile {

    private TemporaryFile() {}

    /**
     * Makes an empty file that only its user can read.
     *
     * @throws SpoolException where it cannot be made
     */
    static Path create(String ending) {
        String folder = folder();
        try {
            Path file = Files.createTempFile(Path.of(folder), "patuh", ending);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new SpoolException(folder, e);
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
    static boolean copy(InputStream content, Path into, long most) throws IOException {
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

    private static void write(byte[] buffer, int count, OutputStream to) {
        try {
            to.write(buffer, 0, count);
        } catch (IOException e) {
            throw new SpoolException(folder(), e);
        }
    }

    private static String folder() {
        return System.getProperty("java.io.tmpdir");
    }
}
