package id.patuh.intake;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a path of the user, or something found below it, came to.
 *
 * @param outcome what there is
 * @param name how reports name it
 * @param file where its bytes are; null where there is no file
 * @param reason key of the text that says why there is none, in the {@code reasons.properties} of this package; null where
 *     nothing is wrong
 * @param details values that the text names
 * @param options how this file is read; null for all the same
 */
public record FoundInput(
        Outcome outcome, String name, Path file, String reason, Map<String, String> details, Intake.Options options) {

    /** What there is. */
    public enum Outcome {
        /** A file to read. */
        FILE,
        /** A file that is passed over. */
        SKIPPED,
        /** A path that was named and cannot be read. */
        UNUSABLE,
        /** A folder without anything to read. */
        FRUITLESS
    }

    public FoundInput {
        details = Map.copyOf(details);
    }

    /** What is read as everything else is. */
    public FoundInput(Outcome outcome, String name, Path file, String reason, Map<String, String> details) {
        this(outcome, name, file, reason, details, null);
    }

    /** A file to read. */
    public static FoundInput file(String name, Path file) {
        return file(name, file, null);
    }

    /** A file to read in its own way. */
    public static FoundInput file(String name, Path file, Intake.Options options) {
        return new FoundInput(Outcome.FILE, name, file, null, Map.of(), options);
    }
}
