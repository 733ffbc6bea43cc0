package id.patuh.report;

import java.util.function.Function;

/** Fills {@code {name}} in a text, and has {@code {name?one|many}} follow the number that the name stands for. */
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
            String value = value(text.substring(open + 1, close), values);
            filled.append(text, at, open).append(value == null ? "-" : value);
            at = close + 1;
        }
        return filled.append(text, at, text.length()).toString();
    }

    private static String value(String name, Function<String, String> values) {
        int mark = name.indexOf('?');
        int bar = name.indexOf('|', mark);
        if (mark < 0 || bar < 0) {
            return values.apply(name);
        }
        boolean one = "1".equals(values.apply(name.substring(0, mark)));
        return one ? name.substring(mark + 1, bar) : name.substring(bar + 1);
    }
}
