package id.patuh.intake;

import id.patuh.sop.ActivityKind;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Kinds of activities, found by how the file writes the cells that tell them. */
final class WrittenKinds {

    /** A power of two. */
    private static final int SLOTS = 1 << 12;
    /** In so many slots from its own on a kind may stand. */
    private static final int NEAR = 4;
    /** Of so many rows a quarter must have been of a known kind, or the next ones are left alone. */
    private static final int TRIED = 1 << 6;

    private static final int LEFT_ALONE = 1 << 10;

    private final PlainCells cells;
    /** Where columns side by side begin that tell a kind, and with which they end, in turns. */
    private final int[] runs;

    private final Known[] known = new Known[SLOTS + NEAR - 1];
    private int tried;
    private int missed;
    private int leftAlone;

    /**
     * A kind.
     *
     * @param written what tells it, as the file has it, by run of columns
     * @param texts the cells there; null where one is empty
     * @param kind null while it is to be learnt
     */
    record Known(long hash, byte[][] written, String[] texts, ActivityKind kind) {}

    /**
     * @param cells of the row at hand
     * @param columns that tell kinds, in order
     */
    WrittenKinds(PlainCells cells, int[] columns) {
        this.cells = cells;
        this.runs = runs(columns);
    }

    private static int[] runs(int[] columns) {
        IntStream.Builder runs = IntStream.builder();
        for (int i = 0; i < columns.length; i++) {
            if (i == 0 || columns[i - 1] != columns[i] - 1) {
                runs.add(columns[i]);
            }
            if (i == columns.length - 1 || columns[i + 1] != columns[i] + 1) {
                runs.add(columns[i]);
            }
        }
        return runs.build().toArray();
    }

    /** Whether the row ahead need not be looked at, since hardly any of those before it was of a known kind. */
    boolean leaveAlone() {
        if (leftAlone == 0) {
            return false;
        }
        leftAlone--;
        return true;
    }

    /** The kind of the row at hand; null where it is not known. */
    Known find(byte[] bytes) {
        Known found = find(bytes, hash(bytes));
        missed += found == null ? 1 : 0;
        if (++tried == TRIED) {
            leftAlone = missed > TRIED * 3 / 4 ? LEFT_ALONE : 0;
            tried = 0;
            missed = 0;
        }
        return found;
    }

    private Known find(byte[] bytes, long hash) {
        int slot = slot(hash);
        for (int i = slot; i < slot + NEAR; i++) {
            if (known[i] == null || known[i].hash == hash && isWritten(known[i], bytes)) {
                return known[i];
            }
        }
        return null;
    }

    private boolean isWritten(Known kind, byte[] bytes) {
        for (int i = 0; i < kind.written.length; i++) {
            byte[] run = kind.written[i];
            if (!Arrays.equals(run, 0, run.length, bytes, from(i), to(i))) {
                return false;
            }
        }
        return true;
    }

    /** What tells the kind of the row at hand, with its cells' texts. */
    Known ahead(byte[] bytes, String[] texts) {
        byte[][] written = new byte[runs.length / 2][];
        for (int i = 0; i < written.length; i++) {
            written[i] = Arrays.copyOfRange(bytes, from(i), to(i));
        }
        return new Known(hash(bytes), written, texts, null);
    }

    /** Remembers a kind that has been learnt. */
    void put(Known told, ActivityKind kind) {
        int slot = slot(told.hash);
        int free = slot;
        while (free < slot + NEAR && known[free] != null) {
            free++;
        }
        known[free < slot + NEAR ? free : slot] = new Known(told.hash, told.written, told.texts, kind);
    }

    private int from(int run) {
        return cells.from(runs[2 * run]);
    }

    private int to(int run) {
        return cells.to(runs[2 * run + 1]);
    }

    private long hash(byte[] bytes) {
        long hash = 0;
        for (int i = 0; i < runs.length / 2; i++) {
            hash = EightBytes.hash(bytes, from(i), to(i), hash);
        }
        return hash;
    }

    private static int slot(long hash) {
        return (int) (hash >>> Long.SIZE - Integer.SIZE) & SLOTS - 1;
    }
}
