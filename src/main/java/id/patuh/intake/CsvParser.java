package id.patuh.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * Splits the bytes of delimited text into records. Cells may stand in quotation marks, where separators and line ends are
 * text and a quotation mark is written twice. Empty lines are no records.
 */
final class CsvParser {

    /** Of bytes: what a quotation mark without its other half may take in. */
    private static final int LONGEST_CELL = 2 * CsvRow.MAX_CELL;

    private static final int LONGEST_LINE = 1 << 12;
    private static final int MOST_BYTES = 4;
    private static final int CHUNK = 1 << 16;
    private static final byte QUOTE = '"';
    private static final long QUOTES = EightBytes.all(QUOTE);
    private static final long BEYOND_LINE_ENDS = EightBytes.all('\r' + 1);

    private final InputStream in;
    private final Charset charset;
    private final CsvRow row;
    private final CsvTexts texts;
    private byte separator;
    private long separators;
    /** What was read and may be asked for again, then {@link EightBytes#COUNT} bytes that were not. */
    private byte[] bytes = new byte[2 * CHUNK];
    /** Where the record and its last cell begin. */
    private int start;

    private int cell;
    /** Where reading goes on, and where the bytes end that were read. A line end stands there to stop at. */
    private int at;

    private int end;
    private int line = 1;
    private int nextLine = 1;
    /** Why the text cannot be read any further; null while that is not known. */
    private IOException breakOff;

    /**
     * @param charset in which bytes of ASCII mean that
     * @param row filled with each record
     */
    CsvParser(InputStream in, Charset charset, CsvRow row) {
        this.in = in;
        this.charset = charset;
        this.row = row;
        this.texts = new CsvTexts(charset);
    }

    /** Says what separates cells, one of ASCII. */
    void separateBy(char character) {
        separator = (byte) character;
        separators = EightBytes.all(character);
    }

    /** The line that the record begins on, from 1. */
    int line() {
        return line;
    }

    /**
     * Goes to the next record; whether there is one.
     *
     * @throws Unreadable where a quotation mark has no other half, or text follows that; {@link #skipLine} goes on
     */
    boolean next() throws IOException, Unreadable {
        do {
            start = at;
            line = nextLine;
        } while (passesLineEnd());
        row.clear();
        if (!hasMore()) {
            return false;
        }
        do {
            cell = at;
            if (hasMore() && bytes[at] == QUOTE) {
                quoted();
            } else {
                plain();
            }
        } while (passesSeparator());
        passesLineEnd();
        return true;
    }

    /** Has the records ahead taken by their bytes, up to one that is not. */
    void pass(ByteRows rows) {
        boolean more = true;
        while (more) {
            int next = rows.take(bytes, at, end, separator, nextLine);
            if (next != ByteRows.NOT_TAKEN) {
                at = next;
                nextLine++;
            } else {
                start = at;
                more = isCut() && fillsUntilBreak();
            }
        }
    }

    /** Whether the record ahead, if it is no long one, was not read to its end. */
    private boolean isCut() {
        int i = at;
        while (i < end && !endsLine(bytes[i])) {
            i++;
        }
        return i == end && end - at < LONGEST_LINE;
    }

    /** The text ahead, as much of it as there is, up to a length; it stays to be read. */
    String peek(int length) {
        boolean more = true;
        while (more && end - at < length * MOST_BYTES) {
            more = fillsUntilBreak();
        }
        String text = new String(bytes, at, Math.min(end - at, length * MOST_BYTES), charset);
        return text.substring(0, Math.min(text.length(), length));
    }

    /** The line that the record begins on; null where it is longer than {@link #LONGEST_LINE}. */
    String text() throws IOException {
        at = start;
        while (hasMore() && !endsLine(bytes[at]) && at - start < LONGEST_LINE * MOST_BYTES) {
            at++;
        }
        String text = new String(bytes, start, at - start, charset);
        return text.length() < LONGEST_LINE ? text : null;
    }

    /** Goes to the line below the one that the record begins on. */
    void skipLine() throws IOException {
        at = start;
        while (hasMore() && !endsLine(bytes[at])) {
            // What is skipped may be a gigabyte.
            start = ++at;
        }
        nextLine = line;
        passesLineEnd();
    }

    private boolean passesSeparator() throws IOException {
        boolean passes = hasMore() && bytes[at] == separator;
        at += passes ? 1 : 0;
        return passes;
    }

    private boolean passesLineEnd() throws IOException {
        if (!hasMore() || !endsLine(bytes[at])) {
            return false;
        }
        if (bytes[at++] == '\r' && hasMore() && bytes[at] == '\n') {
            at++;
        }
        nextLine++;
        return true;
    }

    private void plain() throws IOException, Unreadable {
        do {
            at = next(at, separator, separators);
            requireShort();
        } while (at == end && fill());
        String text = texts.text(row.size(), bytes, cell, at);
        if (at - cell > CsvRow.MAX_CELL) {
            row.addAnyhow(text, texts.isVerbatim());
        } else {
            row.add(text, texts.isVerbatim());
        }
    }

    private void quoted() throws IOException, Unreadable {
        boolean open = true;
        boolean doubled = false;
        at++;
        while (open) {
            at = next(at, QUOTE, QUOTES);
            requireShort();
            if (!hasMore()) {
                throw broken();
            }
            if (bytes[at] == QUOTE) {
                at++;
                open = hasMore() && bytes[at] == QUOTE;
                doubled |= open;
                at += open ? 1 : 0;
            } else {
                passesLineEnd();
            }
        }
        if (hasMore() && bytes[at] != separator && !endsLine(bytes[at])) {
            throw broken();
        }
        String text = doubled ? undoubled() : texts.text(row.size(), bytes, cell + 1, at - 1);
        row.addAnyhow(text, texts.isVerbatim());
    }

    /** The text of the cell with one quotation mark for two. */
    private String undoubled() {
        byte[] text = new byte[at - cell + EightBytes.COUNT];
        int length = 0;
        for (int i = cell + 1; i < at - 1; i++) {
            text[length++] = bytes[i];
            i += bytes[i] == QUOTE ? 1 : 0;
        }
        return texts.text(row.size(), text, 0, length);
    }

    /** The place of the next such byte or line end, or the end of what was read. */
    private int next(int from, byte wanted, long eightWanted) {
        int i = from;
        while (true) {
            long next = EightBytes.at(bytes, i);
            long marks = EightBytes.equal(next, eightWanted) | EightBytes.below(next, BEYOND_LINE_ENDS);
            if (marks == 0) {
                i += EightBytes.COUNT;
            } else {
                i += EightBytes.first(marks);
                if (bytes[i] == wanted || endsLine(bytes[i])) {
                    return i;
                }
                i++;
            }
        }
    }

    private static boolean endsLine(byte b) {
        return b == '\n' || b == '\r';
    }

    private void requireShort() throws Unreadable {
        if (at - cell >= LONGEST_CELL) {
            throw broken();
        }
    }

    private static Unreadable broken() {
        return new Unreadable("quoting-broken", "limit", "" + CsvRow.MAX_CELL);
    }

    private boolean hasMore() throws IOException {
        return at < end || fill();
    }

    /** As {@link #fill}; what stands before a break can still be read. */
    private boolean fillsUntilBreak() {
        try {
            return fill();
        } catch (IOException e) {
            breakOff = e;
            return false;
        }
    }

    /** Reads more; whether there was any. */
    private boolean fill() throws IOException {
        if (breakOff != null) {
            throw breakOff;
        }
        if (bytes.length - end < CHUNK) {
            makeRoom();
        }
        try {
            int count = in.read(bytes, end, bytes.length - EightBytes.COUNT - end);
            end += Math.max(count, 0);
            return count > 0;
        } finally {
            bytes[end] = '\n';
        }
    }

    /** Drops what stands before the record. */
    private void makeRoom() {
        byte[] into = end - start > bytes.length / 4 ? new byte[2 * bytes.length] : bytes;
        System.arraycopy(bytes, start, into, 0, end - start);
        bytes = into;
        cell -= start;
        at -= start;
        end -= start;
        start = 0;
    }
}
