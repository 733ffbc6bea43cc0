package id.patuh.web.limit;

import id.patuh.report.ReportContent;
import id.patuh.report.format.ReportFormat;
import id.patuh.spool.SpoolException;
import id.patuh.spool.TemporaryFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Reports to download. Each is written as a whole before any of it is sent, some at a time: what breaks off is seen to, since its
 * length is told, and a slow client keeps nothing but a file.
 */
@Component
public final class Downloads {

    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Turns turns = new Turns(AT_A_TIME, PATIENCE);

    Downloads() {}

    /**
     * Sends a report.
     *
     * @param name of the file, without its ending
     * @throws Busy if too many others are written
     * @throws IOException if the client does not take it
     */
    public void send(ReportFormat format, ReportContent content, String name, HttpServletResponse response)
            throws IOException {
        String ending = format == ReportFormat.TEXT ? "txt" : format.word();
        send(to -> format.report().write(content, to), format.mediaType(), name + "." + ending, response);
    }

    /** Writes what is to be downloaded. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream to) throws IOException;
    }

    /**
     * Sends anything else that takes as much.
     *
     * @param name of the file
     * @throws Busy if too many others are written
     * @throws IOException if the client does not take it
     */
    public void send(Content content, String mediaType, String name, HttpServletResponse response) throws IOException {
        Path file = TemporaryFile.create(".report");
        try {
            turns.take(() -> write(content, file));
            response.setContentType(mediaType);
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            TemporaryFile.delete(file);
        }
    }

    private static Path write(Content content, Path file) {
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(to);
            return file;
        } catch (IOException e) {
            throw new SpoolException(file.getParent().toString(), e);
        }
    }
}
