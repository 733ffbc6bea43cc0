package id.patuh.intake;

import java.util.HashMap;
import java.util.Map;

/** A text, or a whole file, that does not say what it should. */
final class Unreadable extends Exception {

    private final String reason;
    private final transient Map<String, String> details;

    /**
     * @param reason key of the text that says why
     * @param details names and values in turn
     */
    Unreadable(String reason, String... details) {
        // Thousands may be thrown in one file; nobody reads where.
        super(reason, null, false, false);
        this.reason = reason;
        this.details = pairs(details);
    }

    String reason() {
        return reason;
    }

    Map<String, String> details() {
        return details;
    }

    static Map<String, String> pairs(String... namesAndValues) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return pairs;
    }
}
