package id.patuh.spool;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that only grows, of any length: its first items stay objects in memory, all further ones are written to a
 * temporary file. It can be gone through any number of times, but must not grow meanwhile. Not safe for several threads at
 * once. Every operation throws a {@link SpoolException} where the file cannot be written or read.
 *
 * @param <T> the items, never null
 */
public final class Spool<T> implements Iterable<T>, Closeable {

    /** Tens of thousands of rows, with what is said of them, fit into some 30 MiB: small inputs never touch the disk. */
    public static final int USUAL_MOST = 20_000;

    private final Codec<T> codec;
    private final int mostInMemory;
    private final List<T> first = new ArrayList<>();
    private SpoolFile<T> file;
    private long filed;

    /** @param mostInMemory how many items stay objects */
    public Spool(Codec<T> codec, int mostInMemory) {
        this.codec = codec;
        this.mostInMemory = mostInMemory;
    }

    /** Adds an item at the end. */
    public void add(T item) {
        if (first.size() < mostInMemory) {
            first.add(item);
            return;
        }
        if (file == null) {
            file = new SpoolFile<>(codec);
        }
        file.append(item);
        filed++;
    }

    /** How many items were added. */
    public long size() {
        return first.size() + filed;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** The items in the order in which they were added. */
    @Override
    public Iterator<T> iterator() {
        Iterator<T> inMemory = Collections.unmodifiableList(first).iterator();
        return file == null ? inMemory : new Chain<>(inMemory, file.items(0, filed));
    }

    /** The items in the order in which they were added. */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** Deletes the file, if there is one; the items in it cannot be read any more. */
    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    private record Chain<T>(Iterator<T> before, Iterator<T> after) implements Iterator<T> {

        @Override
        public boolean hasNext() {
            return before.hasNext() || after.hasNext();
        }

        @Override
        public T next() {
            return before.hasNext() ? before.next() : after.next();
        }
    }
}
