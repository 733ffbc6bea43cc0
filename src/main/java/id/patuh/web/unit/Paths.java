package id.patuh.web.unit;

import java.util.List;
import org.springframework.web.util.UriUtils;

/** Paths of this server with names of units in them, which may hold any sign. */
final class Paths {

    private Paths() {}

    /** The path with these parts, each encoded. */
    static String of(String... parts) {
        return "/"
                + String.join(
                        "/",
                        List.of(parts).stream()
                                .map(part -> UriUtils.encodePathSegment(part, "UTF-8"))
                                .toList());
    }
}
