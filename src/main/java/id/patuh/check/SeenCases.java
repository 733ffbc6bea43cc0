package id.patuh.check;

import id.patuh.spool.SeenHashes;
import java.io.Closeable;

/** Watches that no case number comes a second time, in memory that does not grow with their number. */
final class SeenCases implements Closeable {

    /** Most numbers that come again do so soon. */
    private static final int RECENT = 1 << 16;

    private final long[] recent = new long[RECENT];
    private final SeenHashes all = new SeenHashes();

    /** Notes a number; whether it did not come again within the last ones. */
    boolean add(String caseId) {
        long hash = SeenHashes.hash(0, caseId);
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
        return all.anyTwice();
    }

    @Override
    public void close() {
        all.close();
    }
}
