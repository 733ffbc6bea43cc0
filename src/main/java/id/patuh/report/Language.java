package id.patuh.report;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The languages of the user interface. */
public enum Language {
    ID("id"),
    EN("en");

    private final String code;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

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
        return texts("id.patuh.report.labels").getString(key);
    }

    /** A bundle of the program's texts in this language. */
    public ResourceBundle texts(String bundle) {
        return bundles.computeIfAbsent(
                bundle, name -> ResourceBundle.getBundle(name, this == EN ? Locale.ENGLISH : Locale.ROOT, CONTROL));
    }

    /** Never the machine's own language: what is asked for, else Indonesian. */
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
