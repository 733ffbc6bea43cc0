package id.patuh.spool;

import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which texts came more than once, by their hashes, in memory that does not grow with their number. Hashes are parted
 * by their first bits; what does not fit goes to a temporary file, and each part is sorted by itself. Not safe for several
 * threads at once.
 */
public final class SeenHashes implements Closeable {

    private static final int PART_BITS = 8;
    private static final int PARTS = 1 << PART_BITS;
    /** Of hashes: 2 MiB are kept in memory. */
    private static final int BLOCK = 1 << 10;

    private static final int MOST_SORTED = 1 << 19;
    private static final int NOWHERE = -1;

    private static final Codec<Block> BLOCKS = new Codec<>() {
        @Override
        public void write(Block block, DataOutput to) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(BLOCK * Long.BYTES);
            bytes.asLongBuffer().put(block.hashes);
            to.write(bytes.array());
            to.writeLong(block.before);
        }

        @Override
        public Block read(DataInput from) throws IOException {
            byte[] bytes = new byte[BLOCK * Long.BYTES];
            from.readFully(bytes);
            long[] hashes = new long[BLOCK];
            ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
            return new Block(hashes, from.readLong());
        }
    };

    private final int shift;
    private final Part[] parts = new Part[PARTS];
    private SpoolFile<Block> file;

    /** Hashes of one part, and where in the file those before them stand. */
    private record Block(long[] hashes, long before) {}

    private static final class Part {

        private long[] latest = new long[1];
        private int count;
        private int written;
        private long last = NOWHERE;
    }

    /** For the hashes of texts. */
    public SeenHashes() {
        this(Long.SIZE - PART_BITS);
    }

    private SeenHashes(int shift) {
        this.shift = shift;
    }

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
        int at = (int) (hash >>> shift) & PARTS - 1;
        Part part = parts[at];
        if (part == null) {
            part = new Part();
            parts[at] = part;
        }
        if (part.count == part.latest.length) {
            makeRoom(part);
        }
        part.latest[part.count++] = hash;
    }

    private void makeRoom(Part part) {
        if (part.count < BLOCK) {
            part.latest = Arrays.copyOf(part.latest, 2 * part.count);
            return;
        }
        if (file == null) {
            file = new SpoolFile<>(BLOCKS);
        }
        long at = file.length();
        file.append(new Block(part.latest, part.last));
        part.last = at;
        // Beyond the bound the number is of no use.
        part.written = Math.min(part.written + BLOCK, MOST_SORTED + BLOCK);
        part.count = 0;
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
        for (Part part : parts) {
            if (part != null && twice.size() < most) {
                twice.addAll(part.written <= MOST_SORTED ? twiceOfFew(part, most) : twiceOfMany(part, most));
            }
        }
        return twice;
    }

    private Set<Long> twiceOfFew(Part part, int most) {
        long[] all = Arrays.copyOf(part.latest, part.count + part.written);
        int count = part.count;
        for (Block block = before(part.last); block != null; block = before(block.before)) {
            System.arraycopy(block.hashes, 0, all, count, BLOCK);
            count += BLOCK;
        }
        Arrays.sort(all);
        Set<Long> twice = new TreeSet<>();
        for (int i = 1; i < count && twice.size() < most; i++) {
            if (all[i] == all[i - 1]) {
                twice.add(all[i]);
            }
        }
        return twice;
    }

    /** Parts by further bits what is too much to be sorted at once; without any left all are the same. */
    private Set<Long> twiceOfMany(Part part, int most) {
        if (shift == 0) {
            return Set.of(part.latest[0]);
        }
        try (SeenHashes finer = new SeenHashes(shift - PART_BITS)) {
            for (int i = 0; i < part.count; i++) {
                finer.add(part.latest[i]);
            }
            for (Block block = before(part.last); block != null; block = before(block.before)) {
                for (long hash : block.hashes) {
                    finer.add(hash);
                }
            }
            return finer.twice(most);
        }
    }

    private Block before(long place) {
        return place == NOWHERE ? null : file.items(place, 1).next();
    }

    /** Deletes the temporary file, if there is one. */
    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
