package id.patuh.store;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names with their values in one column, as forms are sent: whatever they hold, they stay apart. */
public final class Details {

    private Details() {}

    /** The text of some details, in order of their names. */
    public static String text(Map<String, String> details) {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /**
     * The details in a text.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static Map<String, String> of(String text) {
        Map<String, String> details = new HashMap<>();
        if (!text.isEmpty()) {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException(pair);
                }
                details.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return details;
    }
}
