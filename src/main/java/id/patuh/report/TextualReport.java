package id.patuh.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A form that is text, stored in UTF-8. */
public interface TextualReport extends Report {

    /**
     * Writes the result; the writer is flushed, not closed.
     *
     * @throws IOException if it cannot be written
     */
    void write(ReportContent content, Writer to) throws IOException;

    @Override
    default void write(ReportContent content, OutputStream to) throws IOException {
        // Not the strict writer of Files: half a surrogate pair in the input must not cost the report.
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        write(content, writer);
        writer.flush();
    }
}
