package id.patuh.web.api;

import id.patuh.web.access.ApiPaths;
import id.patuh.web.access.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs may ask for, and what they are answered, as OpenAPI has it: a file that stays as it is. */
@RestController
class OpenApi {

    /** The file beside this class. */
    static final String FILE = "openapi.json";

    private final byte[] file = file();

    private static byte[] file() {
        try (InputStream in = OpenApi.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(path = ApiPaths.V1 + "/" + FILE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Open(Open.To.EVERYBODY)
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        return Answers.tagged(file, MediaType.APPLICATION_JSON, request);
    }

    /** What it says. */
    byte[] bytes() {
        return file.clone();
    }
}
