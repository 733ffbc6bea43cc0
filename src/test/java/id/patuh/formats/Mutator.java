package id.patuh.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files at random; the same seed gives the same damage. */
final class Mutator {

    /** How many mutations a test run makes in all: {@code -Dpatuh.mutations=1000000} for more than the usual ones. */
    static final int TOTAL = Integer.getInteger("patuh.mutations", 6_000);

    private static final String MARKS = "\"',;:{}[]<>/=&!?-\\ \t\r\n|_.0129TZ%+@#$elsx\u00e9\u00b2";
    /** What spreadsheets and people put into cells; nothing that XML cannot hold. */
    private static final List<String> TEXTS = List.of(
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "\t",
            "\n",
            "\r\n",
            "<",
            ">",
            "&amp;",
            "]]>",
            "<!--",
            "\\",
            "\\u0000",
            "{",
            "}",
            "[",
            "=1+1",
            "@",
            "-",
            "0",
            "9999999999",
            "1e400",
            "31/02/2026 08:00",
            "0000-01-01 00:00",
            "9999-12-31T23:59:59",
            "\u00e9",
            "\ud83d\ude00",
            "\u202e",
            "\u200d",
            "\u00a0",
            "\ufeff",
            "#REF!",
            "null",
            "x".repeat(30_000));

    private final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    /**
     * Damaged bytes.
     *
     * @param from the first that may be another one than before
     */
    record Damage(byte[] bytes, int from) {}

    /** Replaces, cuts off, moves or leaves out some bytes. */
    Damage damage(byte[] whole) {
        byte[] damaged = whole.clone();
        int from = whole.length;
        for (int n = random.nextInt(3); n >= 0 && damaged.length > 0; n--) {
            int at = random.nextInt(damaged.length);
            int length = Math.min(random.nextInt(30), damaged.length - at);
            switch (random.nextInt(6)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1, 2 -> damaged[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
                case 3 -> damaged = Arrays.copyOf(damaged, at);
                case 4 -> {
                    byte[] shorter = Arrays.copyOf(damaged, damaged.length - length);
                    System.arraycopy(damaged, at + length, shorter, at, shorter.length - at);
                    damaged = shorter;
                }
                default -> {
                    int to = random.nextInt(damaged.length - length + 1);
                    System.arraycopy(damaged, at, damaged, to, length);
                    at = to;
                }
            }
            from = Math.min(from, at);
        }
        return new Damage(damaged, from);
    }

    /** Another text for a cell. */
    String text(String text) {
        int at = random.nextInt(text.length() + 1);
        int until = at + random.nextInt(text.length() - at + 1);
        String other = one(TEXTS);
        return switch (random.nextInt(4)) {
            case 0 -> other;
            case 1 -> text.substring(0, at) + other + text.substring(at);
            case 2 -> text.substring(0, at) + other + text.substring(until);
            default -> text.substring(0, at) + text.substring(until);
        };
    }

    /** Any of a list. */
    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
