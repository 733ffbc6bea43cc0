package id.patuh.intake;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads numbers with a decimal comma or point, never through binary fractions. */
final class Numbers {

    // Long enough for any score or headcount, short enough that no number fills the memory.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(?:[.,]\\d{1,15})?(?:[eE][+-]?\\d)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[., ]\\d{3}){1,2}");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})(?:[.,]0+)?");

    private static final Pattern PEOPLE = Pattern.compile("(?i)\\s*(?:orang|responden|jiwa|people|respondents)\\.?$");

    private Numbers() {}

    /** The number with the decimals it is written with. */
    static BigDecimal decimal(String text) throws Unreadable {
        if (!DECIMAL.matcher(text).matches()) {
            throw new Unreadable("number-unreadable");
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /** The number before an optional percent sign. */
    static BigDecimal percent(String text) throws Unreadable {
        return decimal(text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text);
    }

    /** A number of people that may say so: "40 orang". Nothing recorded is unreadable. */
    static Integer people(String text) throws Unreadable {
        return count(PEOPLE.matcher(text.strip()).replaceFirst(""));
    }

    /** A number of people: zero or more, with or without separators of thousands. */
    static Integer count(String text) throws Unreadable {
        if (GROUPED.matcher(text).matches()) {
            return Integer.valueOf(text.replaceAll("[., ]", ""));
        }
        var whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new Unreadable("count-unreadable");
        }
        return Integer.valueOf(whole.group(1));
    }
}
