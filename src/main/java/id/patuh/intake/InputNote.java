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

    /** Whether it says that a mapping of the file's owner was used, or why it was not. */
    public boolean tellsOfOwnMapping() {
        return key.startsWith("mapping-own-");
    }

    /** Whether it says why a mapping of the file's owner was not used. */
    public boolean tellsOfUnusedMapping() {
        return tellsOfOwnMapping() && !key.equals(Intake.OWN_MAPPING_USED);
    }
}
