package id.patuh.web.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How large what is sent with files may be in all while it is under way, since it stands on a disk until it was taken: of each
 * account, together, and beside what else needs the disk. May be used by many threads.
 */
final class Arriving {

    private final long most;
    private final long mostOfOne;
    private final long keptFree;
    private final LongSupplier free;
    private final Map<String, Long> sizes = new HashMap<>();
    private long all;

    /**
     * @param most bytes of all
     * @param mostOfOne bytes of one account
     * @param keptFree bytes of the disk that stay free
     * @param free bytes that are free now
     */
    Arriving(long most, long mostOfOne, long keptFree, LongSupplier free) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.keptFree = keptFree;
        this.free = free;
    }

    /** Lets something of a size begin, which must be ended where it is admitted. */
    synchronized Admission begin(String whose, long size) {
        long own = sizes.getOrDefault(whose, 0L);
        if (size > Math.min(most, mostOfOne)) {
            return Admission.TOO_LARGE;
        }
        if (own + size > mostOfOne) {
            return Admission.TOO_MANY;
        }
        // What has come of the others by now counts twice: it is better to ask somebody to come again than to fill the
        // disk.
        if (all + size > most || all + size + keptFree > free.getAsLong()) {
            return Admission.NO_ROOM;
        }
        sizes.put(whose, own + size);
        all += size;
        return Admission.ADMITTED;
    }

    synchronized void end(String whose, long size) {
        sizes.merge(whose, -size, Long::sum);
        sizes.remove(whose, 0L);
        all -= size;
    }
}
