package id.patuh.intake;

import java.util.Arrays;

/** The cells of a table met lately: logs repeat few texts a million times, so that most cells need no new string. */
final class CsvTexts {

    private static final int LONGEST = 1 << 9;
    /** Columns have texts of their own; wider tables are no logs. */
    private static final int COLUMNS = 1 << 5;

    private static final int BITS = 12;
    private static final int TEXTS = 1 << BITS;

    private final Column[] columns = new Column[COLUMNS];
    private final char[] compared = new char[LONGEST];

    /** Texts by what their hashes begin with. Their other bits spare a look at most texts that differ. */
    private static final class Column {

        private final String[] texts = new String[TEXTS];
        private final int[] hashes = new int[TEXTS];
    }

    /** The text of a cell, the same as lately where it is equal. */
    String text(int column, char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(buffer, offset, length);
        }
        Column known = columns[column % COLUMNS];
        if (known == null) {
            known = new Column();
            columns[column % COLUMNS] = known;
        }
        int hash = hash(buffer, offset, length);
        int slot = hash >>> Integer.SIZE - BITS;
        String text = known.texts[slot];
        if (hash != known.hashes[slot] || text == null || !isEqual(text, buffer, offset, length)) {
            text = new String(buffer, offset, length);
            known.texts[slot] = text;
            known.hashes[slot] = hash;
        }
        return text;
    }

    private boolean isEqual(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        // Arrays are compared many characters at a time.
        text.getChars(0, length, compared, 0);
        return Arrays.equals(compared, 0, length, buffer, offset, offset + length);
    }

    // Four sums side by side, since none then waits for the multiplication of another.
    private static int hash(char[] buffer, int offset, int length) {
        int end = offset + length;
        int a = length;
        int b = 0;
        int c = 0;
        int d = 0;
        int i = offset;
        for (; i + 3 < end; i += 4) {
            a = 31 * a + buffer[i];
            b = 31 * b + buffer[i + 1];
            c = 31 * c + buffer[i + 2];
            d = 31 * d + buffer[i + 3];
        }
        for (; i < end; i++) {
            a = 31 * a + buffer[i];
        }
        // The factor spreads what differs over the first bits, which choose the slot.
        return (((a * 31 + b) * 31 + c) * 31 + d) * 0x9E3779B9;
    }
}
