package id.patuh.spool;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Items of any number in order; equal ones as they were added. As many as fit stay objects in memory: whenever they are too
 * many they are sorted and written to a temporary file, and these runs are merged while the items are gone through, with a
 * buffer of 8 KiB each. That can be done any number of times; nothing may be added meanwhile. Not safe for several threads
 * at once. Every operation throws a {@link SpoolException} where the file cannot be written or read.
 *
 * @param <T> the items, never null
 */
public final class SortedSpool<T> implements Iterable<T>, Closeable {

    private final Codec<T> codec;
    private final Comparator<? super T> order;
    private final int mostInMemory;
    private final List<T> latest = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private SpoolFile<T> file;
    private boolean sorted = true;
    private long filed;

    /** Sorted items in the file. */
    private record Run(long from, int count) {}

    /** @param mostInMemory how many items stay objects, at least 1 */
    public SortedSpool(Codec<T> codec, Comparator<? super T> order, int mostInMemory) {
        this.codec = codec;
        this.order = order;
        this.mostInMemory = mostInMemory;
    }

    /** Adds an item. */
    public void add(T item) {
        if (latest.size() >= mostInMemory) {
            writeRun();
        }
        latest.add(item);
        sorted = false;
    }

    /** How many items were added. */
    public long size() {
        return filed + latest.size();
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** The items in order. */
    @Override
    public Iterator<T> iterator() {
        sort();
        Iterator<T> inMemory = Collections.unmodifiableList(latest).iterator();
        if (runs.isEmpty()) {
            return inMemory;
        }
        Merge merge = new Merge();
        runs.forEach(run -> merge.add(file.items(run.from(), run.count())));
        merge.add(inMemory);
        return merge;
    }

    /** The items in order. */
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

    private void sort() {
        if (!sorted) {
            latest.sort(order);
            sorted = true;
        }
    }

    private void writeRun() {
        sort();
        if (file == null) {
            file = new SpoolFile<>(codec);
        }
        runs.add(new Run(file.length(), latest.size()));
        latest.forEach(file::append);
        filed += latest.size();
        latest.clear();
    }

    private final class Merge implements Iterator<T> {

        private final PriorityQueue<Source> sources = new PriorityQueue<>(
                Comparator.<Source, T>comparing(s -> s.head, order).thenComparingInt(s -> s.age));

        void add(Iterator<T> items) {
            Source source = new Source(sources.size(), items);
            if (source.advance()) {
                sources.add(source);
            }
        }

        @Override
        public boolean hasNext() {
            return !sources.isEmpty();
        }

        @Override
        public T next() {
            Source least = sources.poll();
            if (least == null) {
                throw new NoSuchElementException();
            }
            T item = least.head;
            if (least.advance()) {
                sources.add(least);
            }
            return item;
        }
    }

    /** Sorted items with the next of them. */
    private final class Source {

        private final int age;
        private final Iterator<T> items;
        private T head;

        Source(int age, Iterator<T> items) {
            this.age = age;
            this.items = items;
        }

        boolean advance() {
            head = items.hasNext() ? items.next() : null;
            return head != null;
        }
    }
}
