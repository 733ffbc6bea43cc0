package id.patuh.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A text with gaps, ready to be filled any number of times: {@code {name}} becomes a value, and {@code {name?one|many}}
 * follows the number that the name stands for.
 */
public final class Template {

    /** That many letters the values are usually longer than their names. */
    private static final int VALUES_LENGTH = 64;

    private final List<Gap> gaps = new ArrayList<>();
    private final String end;
    private final int roomy;

    /**
     * What stands in for a value.
     *
     * @param before what stands between it and the gap before
     * @param one null where the value itself is shown
     */
    private record Gap(String before, String name, String one, String many) {

        String filling(Function<String, String> values) {
            String value = values.apply(name);
            if (one != null) {
                return "1".equals(value) ? one : many;
            }
            return value == null ? "-" : value;
        }
    }

    Template(String text) {
        int at = 0;
        while (true) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            gaps.add(gap(text.substring(at, open), text.substring(open + 1, close)));
            at = close + 1;
        }
        end = text.substring(at);
        roomy = text.length() + VALUES_LENGTH;
    }

    /** @param values gives null for a name without a value, which is shown as a dash */
    public static String fill(String text, Function<String, String> values) {
        return new Template(text).fill(values);
    }

    /** @param values gives null for a name without a value, which is shown as a dash */
    String fill(Function<String, String> values) {
        StringBuilder filled = new StringBuilder(roomy);
        for (Gap gap : gaps) {
            filled.append(gap.before()).append(gap.filling(values));
        }
        return filled.append(end).toString();
    }

    private static Gap gap(String before, String name) {
        int mark = name.indexOf('?');
        int bar = name.indexOf('|', mark);
        return mark < 0 || bar < 0
                ? new Gap(before, name, null, null)
                : new Gap(before, name.substring(0, mark), name.substring(mark + 1, bar), name.substring(bar + 1));
    }
}
