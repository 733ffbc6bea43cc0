package id.patuh.report;

/**
 * Makes texts of others fit to be shown at a terminal: what would move the cursor, change colours, break lines or turn the
 * direction of writing is shown as an escape, so that no cell can pass for a part of the report.
 */
public final class Printable {

    private Printable() {}

    /** The text with each such character as its code, {@code \u001b}. */
    public static String of(String text) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isHidden(c)) {
                shown = shown == null ? new StringBuilder(text.substring(0, i)) : shown;
                for (int k = i; k < next; k++) {
                    shown.append(String.format("\\u%04x", (int) text.charAt(k)));
                }
            } else if (shown != null) {
                shown.appendCodePoint(c);
            }
            i = next;
        }
        return shown == null ? text : shown.toString();
    }

    /** The same, but line breaks and tabs stay. */
    public static String lines(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\t') < 0) {
            return of(text);
        }
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t') {
                shown.append(of(text.substring(from, i))).append(c);
                from = i + 1;
            }
        }
        return shown.append(of(text.substring(from))).toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
