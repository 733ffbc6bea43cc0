package id.patuh.rulebook;

import java.util.Map;

/**
 * Why something is not done, or does not fit.
 *
 * @param reason key of the text that says why, in {@code id/patuh/rulebook/reasons.properties}
 * @param details values that the text names
 */
public record Problem(String reason, Map<String, String> details) {

    public Problem {
        details = Map.copyOf(details);
    }
}
