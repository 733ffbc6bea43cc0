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
     * @param text as it stands there, never blank
     * @param recorded what it says; null when it says that nothing was recorded
     */
    record Cell(byte[] bytes, String text, String recorded) {}

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
            cells[slot(padded, 0, bytes.length)] = new Cell(bytes, text, Words.notRecorded(text) ? null : text);
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
        long hash = to - from <= EightBytes.COUNT
                ? EightBytes.between(bytes, from, to)
                : EightBytes.at(bytes, from) * MIX ^ EightBytes.at(bytes, to - EightBytes.COUNT);
        int slot = (int) (hash * MIX >>> 32) & SLOTS - 1;
        while (cells[slot] != null && !Arrays.equals(cells[slot].bytes, 0, cells[slot].bytes.length, bytes, from, to)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
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
