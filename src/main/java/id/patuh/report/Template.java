package id.patuh.report;

import java.util.function.Function;

/** Fills {@code {name}} in a text. */
final class Template {

    private Template() {}

    /** @param values gives null for a name without a value, which is shown as a dash */
    static String fill(String text, Function<String, String> values) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = values.apply(text.substring(open + 1, close));
            filled.append(text, at, open).append(value == null ? "-" : value);
            at = close + 1;
        }
        return filled.append(text, at, text.length()).toString();
    }
}
