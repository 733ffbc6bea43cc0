package id.patuh.edit;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What may stand in the cells of grade tables, parts of which become code. */
final class GradeCells {

    private static final int DECIMALS = 2;
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N} .'-]*");
    private static final Pattern BASIS = Pattern.compile("[\\w./-]*");
    private static final Pattern NUMBER = Pattern.compile("[\\d.,-]*");

    private GradeCells() {}

    /** Whether a text has only characters that the column can have. */
    static boolean isSafe(String column, String text) {
        Pattern allowed = switch (column) {
            case "grade", "label" -> WORDS;
            case "basis" -> BASIS;
            default -> NUMBER;
        };
        return allowed.matcher(text.strip()).matches();
    }

    /** A boundary as tables write it. */
    static String boundary(BigDecimal number) {
        return (number.scale() < DECIMALS ? number.setScale(DECIMALS) : number).toPlainString();
    }
}
