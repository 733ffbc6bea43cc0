package id.patuh.report;

import java.math.BigDecimal;

/** Numbers as people write them in a language. */
public final class Numbers {

    private Numbers() {}

    /** With the decimal sign of the language, nothing rounded. */
    public static String of(BigDecimal number, Language language) {
        String plain = number.toPlainString();
        return language == Language.ID ? plain.replace('.', ',') : plain;
    }

    /**
     * A number and what it counts.
     *
     * @param label of what is counted
     */
    public static String counted(String label, long count, Language language) {
        return count + " " + Template.fill(language.label("counted." + label), name -> "" + count);
    }
}
