package id.patuh.intake;

import java.util.Arrays;
import java.util.List;

/**
 * A file that was read, once for each kind of content found in it.
 *
 * @param path the file as the user named it, {@code -} for standard input
 * @param kind what was found; null when nothing was recognised
 * @param sha256 of the file's bytes as they are stored, in hexadecimal; null when the file could not be opened
 * @param rows rows read, the rejected ones included
 * @param rejected rows rejected
 * @param notes what its user ought to know of it; given with the first kind only
 */
public record InputFile(String path, Kind kind, String sha256, int rows, int rejected, List<InputNote> notes) {

    public InputFile {
        notes = List.copyOf(notes);
    }

    /** What a file holds. */
    public enum Kind {
        ACTIVITY_LOG("activity-log"),
        SURVEY("survey"),
        PUBLISHED_RESULT("published-result"),
        FOLLOW_UP("follow-up");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind that users name by this word; null when there is none. */
        public static Kind named(String word) {
            return Arrays.stream(values())
                    .filter(k -> k.word.equals(word))
                    .findFirst()
                    .orElse(null);
        }

        /** The word that users read and write. */
        public String word() {
            return word;
        }
    }
}
