package id.patuh.intake;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** The lines of a text, none longer in memory than a limit. */
final class Lines implements Closeable {

    static final int MAX_LENGTH = 1 << 24;

    private final BufferedReader in;
    private final StringBuilder line = new StringBuilder();
    private int number;
    private boolean tooLong;

    Lines(Reader in) {
        this.in = new BufferedReader(in, 1 << 16);
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

    /** Whether the line was longer than the limit, so that only its beginning is known. */
    boolean tooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean nextOfAny() throws IOException {
        line.setLength(0);
        tooLong = false;
        int c = in.read();
        if (c < 0) {
            return false;
        }
        number++;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < MAX_LENGTH) {
                line.append((char) c);
            } else {
                tooLong = true;
            }
            c = in.read();
        }
        if (c == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
        return true;
    }
}
