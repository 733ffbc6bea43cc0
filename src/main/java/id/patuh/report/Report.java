package id.patuh.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A form in which a result is written. */
public interface Report {

    /**
     * Writes the result; the stream is flushed, not closed.
     *
     * @throws IOException if it cannot be written
     */
    void write(ReportContent content, OutputStream to) throws IOException;

    /** What of the content this form has no place for, in sentences; empty where it shows everything. */
    default Optional<String> leftOut(ReportContent content) {
        return Optional.empty();
    }
}
