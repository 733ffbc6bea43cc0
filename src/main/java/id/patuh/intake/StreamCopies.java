package id.patuh.intake;

import id.patuh.spool.TemporaryFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies of streams, which can be read but once: an input is gone through for its hash and encoding before it is read. */
final class StreamCopies implements Closeable {

    private final InputStream standardInput;
    private final Map<String, Path> copies = new HashMap<>();
    private final List<Path> files = new ArrayList<>();

    /** @param standardInput not closed */
    StreamCopies(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** The standard input under this name; null where it is too large. */
    Path standardInput(String name) throws IOException {
        if (!copies.containsKey(name)) {
            copies.put(name, copy(standardInput));
        }
        return copies.get(name);
    }

    /** What a named pipe gives; null where it is too large. */
    Path pipe(Path path) throws IOException {
        String name = path.toString();
        if (!copies.containsKey(name)) {
            try (InputStream pipe = Files.newInputStream(path)) {
                copies.put(name, copy(pipe));
            }
        }
        return copies.get(name);
    }

    @Override
    public void close() {
        files.forEach(TemporaryFile::delete);
    }

    private Path copy(InputStream stream) throws IOException {
        Path copy = TemporaryFile.create(".input");
        files.add(copy);
        return TemporaryFile.copy(stream, copy, UnpackedStream.MAX_SIZE) ? copy : null;
    }
}
