package id.patuh.intake;

import java.io.IOException;
import java.io.Reader;

/**
 * Text that can be read again from the start of a recent line. After a faulty quotation mark the CSV parser has taken
 * in lines that are records of their own; they are given to a new parser.
 */
final class ReplayReader extends Reader {

    private static final int CHUNK = 1 << 14;
    private static final int LONGEST_LINE = 1 << 12;

    private final Reader in;
    private char[] window = new char[4 * CHUNK];
    /** Where the oldest line begins that may be asked for again, and its number. */
    private int start;

    private long line = 1;
    /** Where reading goes on, and where the text in memory ends. */
    private int position;

    private int end;
    /** How many characters were dropped before the window. */
    private long dropped;
    /** The place in the text of the first character of the buffer that was filled last. */
    private long ofBuffer;

    ReplayReader(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (position == end && !fill()) {
            return -1;
        }
        int n = Math.min(length, end - position);
        System.arraycopy(window, position, buffer, offset, n);
        position += n;
        ofBuffer = dropped + position - offset - n;
        return n;
    }

    /** The place in the text of a character in the buffer that was filled last. */
    long place(int inBuffer) {
        return ofBuffer + inBuffer;
    }

    /** The text ahead, as much of it as there is, up to a length; it stays to be read. */
    String peek(int length) throws IOException {
        boolean more = true;
        while (more && end - position < length) {
            more = fill();
        }
        return new String(window, position, Math.min(end - position, length));
    }

    /** A line that was not forgotten; null where it is longer than {@link #LONGEST_LINE}. Reading goes on from its start. */
    String line(long number) throws IOException {
        restartAt(number);
        String text = peek(LONGEST_LINE);
        int length = 0;
        while (length < text.length() && text.charAt(length) != '\n' && text.charAt(length) != '\r') {
            length++;
        }
        return length < LONGEST_LINE ? text.substring(0, length) : null;
    }

    /**
     * Says that no line before this one will be asked for again.
     *
     * @param place where it begins in the text
     */
    void forgetBefore(long number, long place) {
        line = number;
        start = (int) (place - dropped);
    }

    /** Goes to the start of a line, which lies in what was not forgotten or after it. */
    void restartAt(long number) throws IOException {
        boolean more = true;
        while (more && line < number) {
            int next = lineAfter(start);
            if (next >= 0) {
                start = next;
                line++;
            } else {
                boolean splitLineBreak = end > start && window[end - 1] == '\r';
                start = splitLineBreak ? end - 1 : end;
                more = splitLineBreak ? fill() : fillFromLineBreak();
            }
        }
        start = more ? start : end;
        position = start;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    // A carriage return at the very end may be half of a line break: -1 then, as where no line ends.
    private int lineAfter(int from) {
        for (int i = from; i < end; i++) {
            if (window[i] == '\n') {
                return i + 1;
            }
            if (window[i] == '\r' && i + 1 < end) {
                return window[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    /** Passes over text without the end of a line: what is skipped may be a gigabyte. */
    private boolean fillFromLineBreak() throws IOException {
        while (fill()) {
            for (int i = start; i < end; i++) {
                if (window[i] == '\n' || window[i] == '\r') {
                    return true;
                }
            }
            start = end;
        }
        return false;
    }

    private boolean fill() throws IOException {
        if (window.length - end < CHUNK) {
            makeRoom();
        }
        int n = in.read(window, end, window.length - end);
        end += Math.max(n, 0);
        return n > 0;
    }

    private void makeRoom() {
        char[] into = end - start > window.length / 2 ? new char[2 * window.length] : window;
        System.arraycopy(window, start, into, 0, end - start);
        window = into;
        dropped += start;
        position -= start;
        end -= start;
        start = 0;
    }
}
