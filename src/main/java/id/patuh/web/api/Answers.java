package id.patuh.web.api;

import id.patuh.report.JsonText;
import id.patuh.rulebook.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/** Documents as answers. Each has a tag of its bytes, so that whoever has them already is only told so. */
final class Answers {

    private static final int TAG_LENGTH = 32;

    private Answers() {}

    /** A document as JSON. */
    static ResponseEntity<byte[]> json(Map<String, Object> document, HttpServletRequest request) {
        return json(JsonText.of(document), request);
    }

    /** A document that is JSON. */
    static ResponseEntity<byte[]> json(String document, HttpServletRequest request) {
        return tagged(document.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, request);
    }

    /** Bytes of some kind. */
    static ResponseEntity<byte[]> tagged(byte[] bytes, MediaType type, HttpServletRequest request) {
        return headed(ResponseEntity.ok(), request)
                .eTag(tag(Sha256.of(bytes)))
                .contentType(type)
                .body(bytes);
    }

    /** Something that was made, or is being made; it is found at a path. */
    static ResponseEntity<byte[]> made(HttpStatus status, String path, String document, HttpServletRequest request) {
        return headed(ResponseEntity.status(status), request)
                .header(HttpHeaders.LOCATION, path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(document.getBytes(StandardCharsets.UTF_8));
    }

    /** Of one who may see it, in his language, to be asked for again. */
    static <B extends BodyBuilder> BodyBuilder headed(B answer, HttpServletRequest request) {
        return answer.header(
                        HttpHeaders.CONTENT_LANGUAGE, ApiLanguage.of(request).code())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .cacheControl(CacheControl.noCache().cachePrivate());
    }

    /** Weak, since what is sent may be compressed on its way. */
    static String tag(String hash) {
        return "W/\"" + hash.substring(0, Math.min(hash.length(), TAG_LENGTH)) + "\"";
    }

    /**
     * The same address behind an entry, with all that was asked by.
     *
     * @param last the entry; null where none follows
     * @return null where none follows
     */
    static String next(String last, HttpServletRequest request) {
        if (last == null) {
            return null;
        }
        Map<String, String[]> asked = new TreeMap<>(request.getParameterMap());
        asked.put("after", new String[] {last});
        StringBuilder next = new StringBuilder(request.getRequestURI());
        char sign = '?';
        for (Map.Entry<String, String[]> each : asked.entrySet()) {
            for (String value : each.getValue()) {
                next.append(sign).append(coded(each.getKey())).append('=').append(coded(value));
                sign = '&';
            }
        }
        return next.toString();
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
