package id.patuh.intake;

import java.util.Map;

/**
 * Something of a file that its user ought to know though nothing was lost by it.
 *
 * @param key of the text that says it
 * @param details values that the text names
 */
public record InputNote(String key, Map<String, String> details) {

    public InputNote {
        details = Map.copyOf(details);
    }
}
