package id.patuh.bench.hand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Reads and hashes in the thread that asks. */
final class ReadAlone implements Chunks {

    private final InputStream in;
    private final MessageDigest digest;
    private final Chunk chunk = new Chunk();

    ReadAlone(Path file) throws IOException, NoSuchAlgorithmException {
        in = Files.newInputStream(file);
        digest = MessageDigest.getInstance("SHA-256");
    }

    @Override
    public Chunk next(Chunk before, int rest) throws IOException {
        chunk.precede(chunk.bytes, chunk.to, rest);
        int length = in.read(chunk.bytes, Chunk.start(), Chunk.SIZE);
        if (length < 0) {
            return null;
        }
        digest.update(chunk.bytes, Chunk.start(), length);
        chunk.to = Chunk.start() + length;
        return chunk;
    }

    @Override
    public byte[] hash() {
        return digest.digest();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
