package id.patuh.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** The lines of a text, none longer in memory than a limit. */
final class Lines implements Closeable {

    static final int MAX_LENGTH = 1 << 24;
    /** What is read in place of bytes that the encoding does not have. */
    static final char REPLACEMENT = '\ufffd';

    private final Reader in;
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int end;
    private final StringBuilder line = new StringBuilder();
    private int number;
    private boolean tooLong;

    Lines(Reader in) {
        this.in = in;
    }

    /** Goes to the next line that is not blank; whether there is one. */
    boolean next() throws IOException {
        do {
            if (!nextOfAny()) {
                return false;
            }
        } while (!tooLong && line.toString().isBlank());
        return true;
    }

    String text() {
        return line.toString();
    }

    /** The line's number, from 1. */
    int number() {
        return number;
    }

    /** Whether the line was longer than the limit, so that its text is not complete. */
    boolean tooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean nextOfAny() throws IOException {
        if (tooLong) {
            // Only now: who merely looks at the first lines need not wait for a gigabyte.
            endLine();
        }
        line.setLength(0);
        tooLong = false;
        if (!fill()) {
            return false;
        }
        number++;
        endLine();
        return true;
    }

    /** Reads up to the line's end, or up to where it grows too long; what follows there is passed over. */
    private void endLine() throws IOException {
        boolean kept = !tooLong;
        boolean ended = false;
        while (!ended && fill()) {
            int start = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (kept) {
                tooLong = line.length() + at - start > MAX_LENGTH;
                if (tooLong) {
                    return;
                }
                line.append(buffer, start, at - start);
            }
            ended = at < end;
        }
        if (ended && buffer[at++] == '\r' && fill() && buffer[at] == '\n') {
            at++;
        }
    }

    /** Makes sure that a character is at hand; whether there is one. */
    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }
}
