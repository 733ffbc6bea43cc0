package id.patuh.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cells of a column that were met before, found by the bytes that they are written with. */
final class KnownCells {

    /** A power of two. */
    private static final int SLOTS = 1 << 8;

    private static final int MOST = SLOTS / 2;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Cell[] cells = new Cell[SLOTS];
    private int known;

    /**
     * A cell.
     *
     * @param first its first eight bytes, zeros for those it has not
     * @param last its last eight bytes, or the same
     * @param text as it stands there, never blank
     * @param recorded what it says; null when it says that nothing was recorded
     */
    record Cell(byte[] bytes, long first, long last, String text, String recorded) {

        private boolean is(byte[] others, int from, int to, long first, long last) {
            return this.first == first
                    && this.last == last
                    && bytes.length == to - from
                    && (bytes.length <= 2 * EightBytes.COUNT
                            || Arrays.equals(bytes, 0, bytes.length, others, from, to));
        }
    }

    /** Takes up a text, if it is {@linkplain #isPlain plain}. */
    void add(String text) {
        if (!isPlain(text)) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + EightBytes.COUNT);
        if (find(padded, 0, bytes.length) == null) {
            if (known++ == MOST) {
                Arrays.fill(cells, null);
                known = 1;
            }
            cells[slot(padded, 0, bytes.length)] = new Cell(
                    bytes,
                    first(padded, 0, bytes.length),
                    last(padded, 0, bytes.length),
                    text,
                    Words.notRecorded(text) ? null : text);
        }
    }

    /**
     * The cell that is written so; null where none is known.
     *
     * @param bytes more of them than the cell has, by {@link EightBytes#COUNT}
     */
    Cell find(byte[] bytes, int from, int to) {
        return cells[slot(bytes, from, to)];
    }

    /** Where the cell is, or is to be. */
    private int slot(byte[] bytes, int from, int to) {
        long first = first(bytes, from, to);
        long last = last(bytes, from, to);
        int slot = (int) ((first * MIX ^ last) * MIX >>> 32) & SLOTS - 1;
        while (cells[slot] != null && !cells[slot].is(bytes, from, to, first, last)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private static long first(byte[] bytes, int from, int to) {
        return EightBytes.between(bytes, from, Math.min(to, from + EightBytes.COUNT));
    }

    private static long last(byte[] bytes, int from, int to) {
        return to - from <= EightBytes.COUNT
                ? EightBytes.between(bytes, from, to)
                : EightBytes.at(bytes, to - EightBytes.COUNT);
    }

    /**
     * Whether a text is made of the same bytes in any encoding that is read, whatever separates cells, and has no blanks
     * around it.
     */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || DelimitedReader.SEPARATORS.indexOf(c) >= 0) {
                return false;
            }
        }
        return text.equals(text.strip());
    }
}
