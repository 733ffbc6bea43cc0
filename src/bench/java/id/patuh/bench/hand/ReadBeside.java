package id.patuh.bench.hand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads and hashes in a thread of its own. */
final class ReadBeside implements Chunks {

    private static final int AHEAD = 8;

    private final BlockingQueue<Chunk> read = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<Chunk> free = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile byte[] hash;
    private volatile Exception failure;

    ReadBeside(Path file) {
        for (int i = 0; i < AHEAD; i++) {
            free.add(new Chunk());
        }
        reader = new Thread(() -> read(file), "reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            while (true) {
                Chunk chunk = free.take();
                int length = in.read(chunk.bytes, Chunk.start(), Chunk.SIZE);
                chunk.to = Chunk.start() + Math.max(0, length);
                if (length < 0) {
                    hash = digest.digest();
                    read.put(chunk);
                    return;
                }
                digest.update(chunk.bytes, Chunk.start(), length);
                read.put(chunk);
            }
        } catch (Exception e) {
            failure = e;
            Chunk none = new Chunk();
            none.to = Chunk.start();
            read.add(none);
        }
    }

    @Override
    public Chunk next(Chunk before, int rest) throws IOException, InterruptedException {
        Chunk chunk = read.take();
        if (failure != null) {
            throw new IOException(failure);
        }
        if (chunk.to == Chunk.start()) {
            return null;
        }
        if (before != null) {
            chunk.precede(before.bytes, before.to, rest);
            free.put(before);
        }
        return chunk;
    }

    @Override
    public byte[] hash() {
        return hash;
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
