package id.patuh.bench.hand;

import java.io.Closeable;
import java.io.IOException;

/** A file in pieces. */
interface Chunks extends Closeable {

    /**
     * The next piece, or null.
     *
     * @param before the piece before, which is given back; null at first
     * @param rest how many of its last bytes are to stand before the next
     */
    Chunk next(Chunk before, int rest) throws IOException, InterruptedException;

    /** SHA-256 of the file, once it is read. */
    byte[] hash();
}
