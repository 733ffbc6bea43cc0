package id.patuh.ledger;

import id.patuh.intake.FoundInput;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a path of a run came to.
 *
 * @param outcome what there was
 * @param name how reports name it
 * @param sha256 of the file's bytes as they were; null where there was no file
 * @param size of the file in bytes; 0 where there was none
 * @param reason why there was none, or null
 * @param details values that the text of the reason names
 */
public record KeptInput(
        FoundInput.Outcome outcome, String name, String sha256, long size, String reason, Map<String, String> details) {

    public KeptInput {
        details = Map.copyOf(details);
    }

    /** The same for a check, the bytes in a file; null where there was none. */
    FoundInput in(Path file) {
        return new FoundInput(outcome, name, file, reason, details);
    }
}
