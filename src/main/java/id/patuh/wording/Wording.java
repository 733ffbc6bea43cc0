package id.patuh.wording;

import java.util.Locale;
import java.util.Set;

/** Forms of a written name in which differences of spelling habit no longer show. */
public final class Wording {

    private static final Set<String> NOT_RECORDED =
            Set.of("", "empty", "undefined", "missing", "null", "n/a", "?", "-", "\u2013", "\u2014");
    /** Spares long cells the comparison; blanks around the longest of these words still fit. */
    private static final int LONGEST_NOT_RECORDED = 16;

    /** More may be no {@code int}. */
    private static final int MOST_FIGURES = 9;

    private static final int ASCII = 0x80;

    private Wording() {}

    /**
     * The name in lower case, with every run of spaces and punctuation made one space.
     *
     * @param text may be null, which gives an empty text
     */
    public static String normalise(String text) {
        return fold(text, " ");
    }

    /** Whether what is written says that nothing was recorded: {@code EMPTY}, {@code ?}, {@code -}; also for null. */
    public static boolean isNotRecorded(String text) {
        return text == null
                || text.length() <= LONGEST_NOT_RECORDED
                        && mayBeginNotRecorded(text)
                        && NOT_RECORDED.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    // Every cell is asked, and nearly all begin otherwise.
    private static boolean mayBeginNotRecorded(String text) {
        return text.isEmpty()
                || switch (text.charAt(0)) {
                    case 'E', 'e', 'U', 'u', 'M', 'm', 'N', 'n', '?', '-', '\u2013', '\u2014' -> true;
                    default -> Character.isWhitespace(text.charAt(0));
                };
    }

    /**
     * The letters and digits of the name alone, in lower case: the form in which column headers are compared.
     *
     * @param text may be null, which gives an empty text
     */
    public static String key(String text) {
        return fold(text, "");
    }

    /**
     * Whether both names have a {@link #key}, and not the same one: told by their first letters, without making the keys.
     * False where only the keys can tell.
     */
    public static boolean differ(String one, String other) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < one.length() && isAsciiGap(one.charAt(i))) {
                i++;
            }
            while (j < other.length() && isAsciiGap(other.charAt(j))) {
                j++;
            }
            if (i == one.length() || j == other.length()) {
                return false;
            }
            char a = one.charAt(i++);
            char b = other.charAt(j++);
            if (a >= ASCII || b >= ASCII) {
                return false;
            }
            if (lowerCase(a) != lowerCase(b)) {
                return true;
            }
        }
    }

    private static boolean isAsciiGap(char c) {
        char lower = lowerCase(c);
        return c < ASCII && !(c >= '0' && c <= '9') && !(lower >= 'a' && lower <= 'z');
    }

    /** Of an ASCII letter or digit. */
    private static char lowerCase(char c) {
        return (char) (c | ' ');
    }

    /**
     * How a case number or another name is made: letters as {@code a}, figures as {@code 9}, all else as it stands.
     *
     * @param name never null
     */
    public static String shape(String name) {
        StringBuilder shape = new StringBuilder();
        int before = 0;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            int kind = Character.isLetter(c) ? 'a' : c >= '0' && c <= '9' ? '9' : 0;
            if (kind == 0) {
                shape.appendCodePoint(c);
            } else if (kind != before) {
                shape.append((char) kind);
            }
            before = kind;
        }
        return shape.toString();
    }

    /** Whether two names differ, place by place, in nothing but figures; then they are of one {@link #shape}. */
    public static boolean differInFigures(String one, String other) {
        boolean alike = one.length() == other.length();
        for (int i = 0; alike && i < one.length(); i++) {
            char c = one.charAt(i);
            char d = other.charAt(i);
            alike = c == d || c >= '0' && c <= '9' && d >= '0' && d <= '9';
        }
        return alike;
    }

    /** The number that a text of one to nine figures is; -1 for any other text and for null. */
    public static int plainNumber(String text) {
        int length = text == null ? 0 : text.length();
        int number = length == 0 || length > MOST_FIGURES ? -1 : 0;
        for (int i = 0; i < length && number >= 0; i++) {
            int figure = text.charAt(i) - '0';
            number = figure >= 0 && figure <= 9 ? 10 * number + figure : -1;
        }
        return number;
    }

    private static String fold(String text, String gap) {
        if (text == null) {
            return "";
        }
        StringBuilder folded = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.charAt(i) < ASCII ? text.charAt(i) : text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (pending && folded.length() > 0) {
                    folded.append(gap);
                }
                pending = false;
                if (c < ASCII) {
                    folded.append((char) c);
                } else {
                    folded.appendCodePoint(c);
                }
            } else {
                pending = true;
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
