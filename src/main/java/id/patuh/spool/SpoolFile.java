package id.patuh.spool;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A temporary file that only its user can read, written at its end and read anywhere. It goes when it is closed or the
 * process ends: where the system allows it, its name is taken away as soon as it is open.
 *
 * @param <T> what is written
 */
final class SpoolFile<T> implements Closeable {

    private static final int WRITE_BUFFER = 1 << 16;
    /** Small, as many parts may be read side by side. */
    private static final int READ_BUFFER = 1 << 13;

    private final Codec<T> codec;
    private final String folder = WorkFolder.base();
    private final FileChannel channel;
    private final End end = new End();
    private final DataOutputStream out = new DataOutputStream(end);

    SpoolFile(Codec<T> codec) {
        this.codec = codec;
        try {
            channel = open(Files.createTempFile(WorkFolder.path(), "patuh", ".tmp"));
        } catch (IOException e) {
            throw new SpoolException(folder, e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    void append(T item) {
        try {
            codec.write(item, out);
        } catch (IOException e) {
            throw new SpoolException(folder, e);
        }
    }

    /** How many bytes were appended. */
    long length() {
        return end.flushed + end.buffer.position();
    }

    /** Items from a place on: a length that the file had once. */
    Iterator<T> items(long from, long count) {
        try {
            end.flush();
        } catch (IOException e) {
            throw new SpoolException(folder, e);
        }
        return new Items(from, count);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new SpoolException(folder, e);
        }
    }

    // The JDK's own buffered streams lock for each byte.
    private final class End extends OutputStream {

        private final ByteBuffer buffer = ByteBuffer.allocate(WRITE_BUFFER);
        private long flushed;

        @Override
        public void write(int b) throws IOException {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.put((byte) b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > buffer.remaining()) {
                flush();
            }
            if (length > buffer.capacity()) {
                write(ByteBuffer.wrap(bytes, from, length));
            } else {
                buffer.put(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            buffer.flip();
            write(buffer);
            buffer.clear();
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                flushed += channel.write(bytes, flushed);
            }
        }
    }

    private final class Items extends InputStream implements Iterator<T> {

        private final ByteBuffer buffer = ByteBuffer.allocate(READ_BUFFER).limit(0);
        private final DataInputStream in = new DataInputStream(this);
        private long at;
        private long left;

        Items(long from, long count) {
            at = from;
            left = count;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public T next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                return codec.read(in);
            } catch (IOException e) {
                throw new SpoolException(folder, e);
            }
        }

        @Override
        public int read() throws IOException {
            return buffer.hasRemaining() || fill() ? buffer.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (!buffer.hasRemaining() && !fill()) {
                return -1;
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(bytes, from, count);
            return count;
        }

        private boolean fill() throws IOException {
            buffer.clear();
            int count = channel.read(buffer, at);
            at += Math.max(count, 0);
            buffer.flip();
            return count > 0;
        }
    }
}
