package id.patuh.rulebook;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people give: their names and comments. One way for all that is kept for good. */
public final class Texts {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PATH = 1000;
    private static final int LONGEST_COMMENT = 10_000;

    private Texts() {}

    /** Marks, letters and signs that show nothing, although their kind says otherwise. */
    private static final Pattern BLANK = Pattern.compile("[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800"
            + "\\u3164\\ufe00-\\ufe0f\\uffa0\\x{e0100}-\\x{e01ef}]");

    /**
     * A user's id as it is kept and compared: without blanks around it, without regard to case and to how letters are coded.
     *
     * @throws RulebookException if it is empty, too long, has letters that cannot be seen, or mixes scripts, whose letters
     *     look alike
     */
    public static String person(String id) {
        String plain = Normalizer.normalize(id.strip(), Normalizer.Form.NFKC)
                .strip()
                .replaceAll(" {2,}", " ")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || BLANK.matcher(plain).find()
                || plain.codePoints().anyMatch(Texts::isHidden)) {
            throw new RulebookException("person-unusable", "person", id);
        }
        if (scripts(plain) > 1) {
            throw new RulebookException("person-mixed", "person", id);
        }
        return plain;
    }

    private static long scripts(String text) {
        return text.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .filter(script ->
                        script != Character.UnicodeScript.COMMON && script != Character.UnicodeScript.INHERITED)
                .distinct()
                .count();
    }

    private static boolean isHidden(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> Character.isWhitespace(letter) && letter != ' ';
        };
    }

    /**
     * A comment without blanks around it.
     *
     * @throws RulebookException if it is longer than anybody reads, or cannot be kept
     */
    public static String optional(String comment) {
        String plain = comment.strip();
        if (plain.length() > LONGEST_COMMENT) {
            throw new RulebookException("text-long", "most", LONGEST_COMMENT);
        }
        return storable(plain);
    }

    /**
     * A comment that must say something.
     *
     * @throws RulebookException if it says nothing, is longer than anybody reads, or cannot be kept
     */
    public static String required(String comment) {
        if (comment.isBlank()) {
            throw new RulebookException("comment-absent", Map.of());
        }
        return optional(comment);
    }

    /**
     * A text that every database gives back as it was: no NUL, no half of a surrogate pair.
     *
     * @throws RulebookException if it is none
     */
    public static String storable(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new RulebookException("text-unusable", Map.of());
        }
        return text;
    }

    /** A path within the rule set that the database can keep, and that names a file below any folder. */
    static String path(String path) {
        boolean within = Stream.of(path.split("/", -1)).noneMatch(Set.of("", ".", "..")::contains);
        if (!within || path.length() > LONGEST_PATH || path.chars().anyMatch(c -> c < ' ' || c == '\\')) {
            throw new RulebookException("path-unusable", "path", path);
        }
        return storable(path);
    }
}
