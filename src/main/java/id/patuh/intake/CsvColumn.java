package id.patuh.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes texts of the bytes of a column's cells. Logs repeat few texts a million times, and mostly in the same order, so that
 * most cells need no new one and many need not even be looked at for their end.
 */
final class CsvColumn {

    static final int NONE = 1 << 30;
    private static final int LONGEST = 1 << 8;
    private static final int BITS = 11;
    /** Of so many texts three quarters must have been known, or the next ones are left alone. */
    private static final int TRIED = 1 << 6;

    private static final int LEFT_ALONE = 1 << 10;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Charset charset;
    private final Known empty = new Known(new byte[EightBytes.COUNT], 0, 0, null);
    /** The texts that the column had lately, by the first bits of their hashes. */
    private final Known[] known = new Known[1 << BITS];

    private Known last = empty;
    private boolean verbatim;
    private int repeated;
    private int tried;
    private int unasked;

    /** A text, and which one came after it when it was last met: at first it is taken to come again. */
    private static final class Known {

        private final byte[] bytes;
        private final int length;
        private final long hash;
        private final String text;
        private final boolean verbatim;
        private Known next = this;

        /** @param bytes more of them than the text has, by {@link EightBytes#COUNT} */
        Known(byte[] bytes, int length, long hash, String text) {
            this.bytes = bytes;
            this.length = length;
            this.hash = hash;
            this.text = text;
            this.verbatim = isVerbatim(text);
        }

        /** Whether it stands from a place on, beyond which there are more bytes by {@link EightBytes#COUNT}. */
        boolean standsAt(byte[] others, int from) {
            int i = 0;
            for (; i + EightBytes.COUNT <= length; i += EightBytes.COUNT) {
                if (EightBytes.at(bytes, i) != EightBytes.at(others, from + i)) {
                    return false;
                }
            }
            return i == length
                    || EightBytes.between(bytes, i, length) == EightBytes.between(others, from + i, from + length);
        }
    }

    /** @param charset in which bytes of ASCII mean that */
    CsvColumn(Charset charset) {
        this.charset = charset;
    }

    /** How many bytes the text has that came after the last one before; {@link #NONE} where none is expected. */
    int expectedLength() {
        return unasked > 0 ? NONE : last.next.length;
    }

    /**
     * Whether the text that came after the last one before stands from a place on; then it is given by {@link #last()}.
     *
     * @param bytes more of them than the text has, by {@link EightBytes#COUNT}
     */
    boolean takesExpected(byte[] bytes, int from) {
        Known next = last.next;
        if (!next.standsAt(bytes, from)) {
            return false;
        }
        last = next;
        verbatim = next.verbatim;
        return true;
    }

    /** The text taken last; null where it is empty. */
    String last() {
        return last.text;
    }

    /** Whether the text given last is empty or taken word for word. */
    boolean isVerbatim() {
        return verbatim;
    }

    /**
     * The text of a cell, null where it is empty; where it is equal to one met lately it is the same.
     *
     * @param bytes more of them than the cell has, by {@link EightBytes#COUNT}
     */
    String text(byte[] bytes, int from, int to) {
        if (from == to) {
            follow(empty);
            return null;
        }
        if (to - from > LONGEST || !pays()) {
            String text = decoded(bytes, from, to);
            // As of moments: what begins and ends with a figure stands for nothing else.
            verbatim = isFigure(bytes[from]) && isFigure(bytes[to - 1]) || isVerbatim(text);
            return text;
        }
        long hash = hash(bytes, from, to);
        int slot = (int) (hash >>> Long.SIZE - BITS);
        Known met = known[slot];
        if (met != null && met.hash == hash && met.length == to - from && met.standsAt(bytes, from)) {
            repeated++;
        } else {
            if (met != null) {
                // Else those that came one after the other would all be kept.
                met.next = met;
            }
            byte[] own = Arrays.copyOfRange(bytes, from, to + EightBytes.COUNT);
            met = new Known(own, to - from, hash, decoded(bytes, from, to));
            known[slot] = met;
        }
        follow(met);
        return met.text;
    }

    private static boolean isFigure(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isVerbatim(String text) {
        return text == null || Words.isVerbatim(text);
    }

    private void follow(Known one) {
        verbatim = one.verbatim;
        last.next = one;
        last = one;
    }

    /** Whether it pays to look for the next text: moments are nearly all new. */
    private boolean pays() {
        if (unasked > 0) {
            unasked--;
            return false;
        }
        if (++tried == TRIED) {
            unasked = repeated < TRIED * 3 / 4 ? LEFT_ALONE : 0;
            tried = 0;
            repeated = 0;
        }
        return true;
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + EightBytes.COUNT <= to; i += EightBytes.COUNT) {
            hash = (hash ^ EightBytes.at(bytes, i)) * MIX;
            hash ^= hash >>> 32;
        }
        return i == to ? hash : (hash ^ EightBytes.between(bytes, i, to)) * MIX;
    }

    private String decoded(byte[] bytes, int from, int to) {
        int i = from;
        while (i + EightBytes.COUNT <= to && EightBytes.areAscii(EightBytes.at(bytes, i))) {
            i += EightBytes.COUNT;
        }
        boolean ascii = i == to || i + EightBytes.COUNT > to && EightBytes.areAscii(EightBytes.between(bytes, i, to));
        // Of ASCII all encodings make the same, this one at once.
        return new String(bytes, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : charset);
    }
}
