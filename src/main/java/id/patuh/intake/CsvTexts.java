package id.patuh.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes texts of the bytes of cells. Logs repeat few texts a million times, so that most cells need no new one. */
final class CsvTexts {

    private static final int LONGEST = 1 << 8;
    /** That have texts of their own; wider tables are no logs. */
    private static final int COLUMNS = 1 << 5;

    private static final int BITS = 11;
    /** Of so many texts three quarters must have been known, or the next ones are left alone. */
    private static final int TRIED = 1 << 6;

    private static final int LEFT_ALONE = 1 << 10;

    private final Charset charset;
    private final Column[] columns = new Column[COLUMNS];
    private boolean verbatim;

    /** The texts that a column had lately, by the first bits of their hashes. */
    private static final class Column {

        private final long[] hashes = new long[1 << BITS];
        private final byte[][] bytes = new byte[1 << BITS][];
        private final int[] lengths = new int[1 << BITS];
        private final String[] texts = new String[1 << BITS];
        private final boolean[] verbatim = new boolean[1 << BITS];
        private int known;
        private int asked;
        private int unasked;

        /** Whether it pays to look for the next text: moments are nearly all new. */
        private boolean pays() {
            if (unasked > 0) {
                unasked--;
                return false;
            }
            if (++asked == TRIED) {
                unasked = known < TRIED * 3 / 4 ? LEFT_ALONE : 0;
                asked = 0;
                known = 0;
            }
            return true;
        }
    }

    /** @param charset in which bytes of ASCII mean that */
    CsvTexts(Charset charset) {
        this.charset = charset;
    }

    /**
     * The text of a cell, null where it is empty; where it is equal to a text of its column met lately it is the same.
     *
     * @param bytes more of them than the cell has, by {@link EightBytes#COUNT}
     */
    String text(int column, byte[] bytes, int from, int to) {
        if (from == to) {
            return none();
        }
        Column of = columns[column % COLUMNS];
        if (of == null) {
            of = new Column();
            columns[column % COLUMNS] = of;
        }
        if (to - from > LONGEST || !of.pays()) {
            String text = decoded(bytes, from, to);
            // As of moments: what begins and ends with a figure stands for nothing else.
            verbatim = isFigure(bytes[from]) && isFigure(bytes[to - 1]) || Words.isVerbatim(text);
            return text;
        }
        long hash = EightBytes.hash(bytes, from, to, 0);
        int slot = (int) (hash >>> Long.SIZE - BITS);
        if (of.hashes[slot] == hash
                && of.texts[slot] != null
                && Arrays.equals(of.bytes[slot], 0, of.lengths[slot], bytes, from, to)) {
            of.known++;
            verbatim = of.verbatim[slot];
            return of.texts[slot];
        }
        if (of.bytes[slot] == null || of.bytes[slot].length < to - from) {
            of.bytes[slot] = new byte[to - from];
        }
        System.arraycopy(bytes, from, of.bytes[slot], 0, to - from);
        of.hashes[slot] = hash;
        of.lengths[slot] = to - from;
        of.texts[slot] = decoded(bytes, from, to);
        verbatim = Words.isVerbatim(of.texts[slot]);
        of.verbatim[slot] = verbatim;
        return of.texts[slot];
    }

    /** The text of a cell that does not exist. */
    String none() {
        verbatim = true;
        return null;
    }

    /** Whether the text given last is empty or taken word for word, see {@link Words#isVerbatim}. */
    boolean isVerbatim() {
        return verbatim;
    }

    private static boolean isFigure(byte b) {
        return b >= '0' && b <= '9';
    }

    private String decoded(byte[] bytes, int from, int to) {
        int i = from;
        while (i + EightBytes.COUNT <= to && EightBytes.areAscii(EightBytes.at(bytes, i))) {
            i += EightBytes.COUNT;
        }
        boolean ascii = i == to || i + EightBytes.COUNT > to && EightBytes.areAscii(EightBytes.between(bytes, i, to));
        // Of ASCII all encodings make the same, this one at once.
        return ascii
                ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                : new String(bytes, from, to - from, charset);
    }
}
