package id.patuh.report;

import id.patuh.check.CheckResult;
import java.io.IOException;
import java.io.Writer;

/** A form in which a result is written. */
public interface Report {

    /**
     * Writes the result; the writer is flushed, not closed.
     *
     * @throws IOException if it cannot be written
     */
    void write(CheckResult result, Verdict verdict, Language language, Writer to) throws IOException;
}
