package id.patuh.bench.logs;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows in another order than that of their cases: dealt out to files small enough to be put in order in memory. */
final class Scattered implements AutoCloseable {

    static final int ROWS_TOGETHER = 200_000;
    private static final int PREFIX = 12;
    /** Keys of rows in no order are spread over this many. */
    private static final long KEYS = 1L << 40;

    private final LogRows rows = new LogRows();
    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> parts = new ArrayList<>();
    private final long[] limits;
    private final boolean byTime;
    private long random;

    /** @param limits the keys, exclusive, up to which each part reaches */
    Scattered(Path beside, long seed, long[] limits) throws IOException {
        this.limits = limits;
        this.byTime = limits[limits.length - 1] == Long.MAX_VALUE;
        this.random = seed;
        for (int i = 0; i < limits.length; i++) {
            Path file = beside.resolveSibling(beside.getFileName() + ".part" + i);
            files.add(file);
            parts.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 14)));
        }
    }

    /** Limits of so many equal parts of rows in no order. */
    static long[] anyOf(int parts) {
        long[] limits = new long[parts];
        for (int i = 0; i < parts; i++) {
            limits[i] = (KEYS / parts) * (i + 1) + (i + 1 == parts ? parts : 0);
        }
        return limits;
    }

    void add(LogCase of) throws IOException {
        for (int row = 0; row < of.rows; row++) {
            rows.clear();
            rows.add(of, row);
            long key = byTime ? of.start[row] : key();
            int found = Arrays.binarySearch(limits, key);
            DataOutputStream part = parts.get(Math.min(limits.length - 1, found >= 0 ? found + 1 : -found - 1));
            part.writeLong(key);
            part.writeInt(rows.length);
            part.write(rows.bytes, 0, rows.length);
        }
    }

    private long key() {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return random >>> 24;
    }

    void writeTo(OutputStream out) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            parts.get(i).close();
            byte[] all = Files.readAllBytes(files.get(i));
            Files.delete(files.get(i));
            ByteBuffer part = ByteBuffer.wrap(all);
            List<long[]> found = new ArrayList<>();
            for (int at = 0; at < all.length; at += PREFIX + part.getInt(at + Long.BYTES)) {
                found.add(new long[] {part.getLong(at), at});
            }
            // Stable, so that rows of one moment stay in the order of their cases.
            found.sort(Comparator.comparingLong(row -> row[0]));
            ByteBuffer sorted = ByteBuffer.allocate(all.length);
            for (long[] row : found) {
                sorted.put(all, (int) row[1] + PREFIX, part.getInt((int) row[1] + Long.BYTES));
            }
            out.write(sorted.array(), 0, sorted.position());
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < files.size(); i++) {
            parts.get(i).close();
            Files.deleteIfExists(files.get(i));
        }
    }
}
