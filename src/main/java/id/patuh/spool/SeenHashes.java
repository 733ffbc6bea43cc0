package id.patuh.spool;

import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which texts came more than once, by their hashes, in memory that does not grow with their number. Not safe for
 * several threads at once.
 */
public final class SeenHashes implements Closeable {

    private static final int IN_MEMORY = 200_000;

    private static final Codec<Long> HASHES = new Codec<>() {
        @Override
        public void write(Long hash, DataOutput to) throws IOException {
            to.writeLong(hash);
        }

        @Override
        public Long read(DataInput from) throws IOException {
            return from.readLong();
        }
    };

    private final SortedSpool<Long> all = new SortedSpool<>(HASHES, Comparator.naturalOrder(), IN_MEMORY);

    /**
     * 64 bits, well mixed, never 0: among a hundred million texts two alike are hardly to be expected (3 in 10,000).
     *
     * @param seed 0, or the hash of what the text is part of
     */
    public static long hash(long seed, String text) {
        long hash = seed + text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return hash == 0 ? 1 : hash;
    }

    /** Notes a hash. */
    public void add(long hash) {
        all.add(hash);
    }

    /** Whether any hash was noted twice. */
    public boolean anyTwice() {
        return !twice(1).isEmpty();
    }

    /** The hashes that were noted more than once. */
    public Set<Long> twice() {
        return twice(Integer.MAX_VALUE);
    }

    private Set<Long> twice(int most) {
        Set<Long> twice = new TreeSet<>();
        Long before = null;
        for (Long hash : all) {
            if (hash.equals(before)) {
                twice.add(hash);
                if (twice.size() == most) {
                    return twice;
                }
            }
            before = hash;
        }
        return twice;
    }

    @Override
    public void close() {
        all.close();
    }
}
