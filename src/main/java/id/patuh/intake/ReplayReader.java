package id.patuh.intake;

import java.io.IOException;
import java.io.Reader;

/**
 * Text that can be read again from the start of a recent line. After a faulty quotation mark the CSV parser has taken
 * in lines that are records of their own; they are given to a new parser.
 */
final class ReplayReader extends Reader {

    private static final int CHUNK = 1 << 14;
    private static final int FORGET_FROM = 1 << 16;
    private static final int LONGEST_LINE = 1 << 12;

    private final Reader in;
    private final char[] chunk = new char[CHUNK];
    private final StringBuilder window = new StringBuilder();
    private long windowLine = 1;
    private int position;

    ReplayReader(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (position == window.length() && !fill()) {
            return -1;
        }
        int n = Math.min(length, window.length() - position);
        window.getChars(position, position + n, buffer, offset);
        position += n;
        return n;
    }

    /** The text ahead, as much of it as there is, up to a length; it stays to be read. */
    String peek(int length) throws IOException {
        boolean more = true;
        while (more && window.length() - position < length) {
            more = fill();
        }
        return window.substring(position, Math.min(window.length(), position + length));
    }

    /** A line that was not forgotten; null where it is longer than {@link #LONGEST_LINE}. Reading goes on from its start. */
    String line(long line) throws IOException {
        restartAt(line);
        String start = peek(LONGEST_LINE);
        int end = 0;
        while (end < start.length() && start.charAt(end) != '\n' && start.charAt(end) != '\r') {
            end++;
        }
        return end < LONGEST_LINE ? start.substring(0, end) : null;
    }

    /** Says that no line before this one will be asked for again. */
    void forgetBefore(long line) {
        if (position < FORGET_FROM) {
            return;
        }
        int start = 0;
        while (windowLine < line) {
            int next = lineAfter(start);
            if (next < 0 || next > position) {
                break;
            }
            start = next;
            windowLine++;
        }
        window.delete(0, start);
        position -= start;
    }

    /** Goes to the start of a line, which lies in what was not forgotten or after it. */
    void restartAt(long line) throws IOException {
        int start = 0;
        while (windowLine < line) {
            int next = lineAfter(start);
            if (next < 0) {
                boolean splitLineBreak = window.length() > start && window.charAt(window.length() - 1) == '\r';
                window.delete(0, splitLineBreak ? window.length() - 1 : window.length());
                start = 0;
                if (!(splitLineBreak ? fill() : fillFromLineBreak())) {
                    window.setLength(0);
                    break;
                }
            } else {
                start = next;
                windowLine++;
            }
        }
        window.delete(0, start);
        position = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    // A carriage return at the very end may be half of a line break: -1 then, as where no line ends.
    private int lineAfter(int start) {
        for (int i = start; i < window.length(); i++) {
            char c = window.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r' && i + 1 < window.length()) {
                return window.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    /** Passes over chunks without the end of a line: what is skipped may be a gigabyte. */
    private boolean fillFromLineBreak() throws IOException {
        for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
            for (int i = 0; i < n; i++) {
                if (chunk[i] == '\n' || chunk[i] == '\r') {
                    window.append(chunk, 0, n);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fill() throws IOException {
        int n = in.read(chunk);
        if (n > 0) {
            window.append(chunk, 0, n);
        }
        return n > 0;
    }
}
