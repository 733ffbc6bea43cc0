package id.patuh.report;

import java.io.IOException;
import java.io.OutputStream;

/** A form in which a result is written. */
public interface Report {

    /**
     * Writes the result; the stream is flushed, not closed.
     *
     * @throws IOException if it cannot be written
     */
    void write(ReportContent content, OutputStream to) throws IOException;
}
