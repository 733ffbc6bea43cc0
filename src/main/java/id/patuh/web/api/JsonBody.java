package id.patuh.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a program sends as JSON: short, and with nothing in it that nobody looks at. */
final class JsonBody {

    private static final int MOST_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /**
     * A record of texts.
     *
     * @throws ApiException if it is too long, or anything else
     */
    static <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ApiException(ProblemType.TOO_LARGE, "api-body-long", Map.of("most", "" + MOST_BYTES));
        }
        try {
            T read = JSON.readValue(bytes, type);
            if (read == null) {
                throw unreadable("", "api-json-object", Map.of());
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            String known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw unreadable(pointer(e), "api-json-unknown", Map.of("known", known));
        } catch (DatabindException e) {
            throw unreadable(pointer(e), "api-json-type", Map.of());
        } catch (JacksonException e) {
            String line = Integer.toString(e.getLocation().getLineNr());
            String column = Integer.toString(e.getLocation().getColumnNr());
            throw unreadable("", "api-json-broken", Map.of("line", line, "column", column));
        }
    }

    /** @param pointer where, as RFC 6901 has it */
    static ApiException unreadable(String pointer, String reason, Map<String, String> details) {
        return new ApiException(List.of(new Fault(Fault.Place.POINTER, pointer, reason, details)));
    }

    private static String pointer(DatabindException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getPropertyName() == null ? "" + step.getIndex() : coded(step.getPropertyName())))
                .collect(Collectors.joining());
    }

    private static String coded(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
