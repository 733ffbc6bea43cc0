package id.patuh.web.unit;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Files that are saved, never shown by the browser. */
final class Downloads {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Downloads() {}

    /** A table. */
    static ResponseEntity<StreamingResponseBody> csv(String name, StreamingResponseBody content) {
        return file(name, CSV, content);
    }

    /** Bytes of any kind, as somebody handed them in. */
    static ResponseEntity<StreamingResponseBody> bytes(String name, StreamingResponseBody content) {
        return file(name, MediaType.APPLICATION_OCTET_STREAM, content);
    }

    private static ResponseEntity<StreamingResponseBody> file(
            String name, MediaType type, StreamingResponseBody content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
