package id.patuh.report;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The languages of the user interface. */
public enum Language {
    ID("id"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** {@code id} or {@code en}. */
    public String code() {
        return code;
    }

    /** Numbers and sorting of the language. */
    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /**
     * A text of the program (texts of rules are part of the rule set).
     *
     * @throws MissingResourceException if there is none
     */
    public String label(String key) {
        return ResourceBundle.getBundle("id.patuh.report.labels", this == EN ? Locale.ENGLISH : Locale.ROOT, CONTROL)
                .getString(key);
    }

    /** Never the machine's own language: what is asked for, else Indonesian. */
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
