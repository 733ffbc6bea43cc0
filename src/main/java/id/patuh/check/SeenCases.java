package id.patuh.check;

import id.patuh.spool.Codec;
import id.patuh.spool.SortedSpool;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/** Watches that no case number comes a second time, in memory that does not grow with their number. */
final class SeenCases implements Closeable {

    /** Most numbers that come again do so soon. */
    private static final int RECENT = 1 << 16;

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

    private final long[] recent = new long[RECENT];
    private final SortedSpool<Long> all = new SortedSpool<>(HASHES, Comparator.naturalOrder(), IN_MEMORY);

    /** Notes a number; whether it did not come again within the last ones. */
    boolean add(String caseId) {
        long hash = hash(caseId);
        int slot = (int) (hash >>> 48);
        if (recent[slot] == hash) {
            return false;
        }
        recent[slot] = hash;
        all.add(hash);
        return true;
    }

    /** Whether any number came twice. Two numbers that only look alike would cost a reading, no finding. */
    boolean anyTwice() {
        Long before = null;
        for (Long hash : all) {
            if (hash.equals(before)) {
                return true;
            }
            before = hash;
        }
        return false;
    }

    @Override
    public void close() {
        all.close();
    }

    /** 64 bits, well mixed: among a hundred million numbers two alike are hardly to be expected (3 in 10,000). */
    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        // The empty slot is 0.
        return hash == 0 ? 1 : hash;
    }
}
