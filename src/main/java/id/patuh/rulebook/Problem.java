package id.patuh.rulebook;

import id.patuh.report.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Why something is not done, or does not fit.
 *
 * @param reason key of the text that says why, in {@code id/patuh/rulebook/reasons.properties}
 * @param details values that the text names
 * @param moments that the text names
 */
public record Problem(String reason, Map<String, String> details, Map<String, Instant> moments) {

    public Problem {
        details = Map.copyOf(details);
        moments = Map.copyOf(moments);
    }

    /** One whose text names no moment. */
    public Problem(String reason, Map<String, String> details) {
        this(reason, details, Map.of());
    }

    /** All that the text names, with moments in a zone. */
    public Map<String, String> details(ZoneId zone) {
        Map<String, String> all = new HashMap<>(details);
        moments.forEach((name, at) -> all.put(name, Moments.toTheSecond(at, zone)));
        return all;
    }
}
