package id.patuh.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;

/** The terminal's writer, which keeps its troubles to itself, asked after each piece: a reader may have gone, a disk be full. */
final class WatchedWriter extends FilterWriter {

    private final PrintWriter terminal;

    WatchedWriter(PrintWriter terminal) {
        super(terminal);
        this.terminal = terminal;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        super.write(text, from, length);
        flush();
    }

    @Override
    public void flush() throws IOException {
        if (terminal.checkError()) {
            throw new IOException("standard output");
        }
    }
}
