package id.patuh.edit;

import id.patuh.report.Language;
import id.patuh.ruleset.RuleItem.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the tables in one language; what is read back may be in either. */
public final class Texts {

    private static final String BUNDLE = "id.patuh.edit.texts";
    /** What heads the keys of words that can be chosen, by the bundle that has them. */
    private static final Map<String, String> CHOICES = Map.of(BUNDLE, "choice.", "id.patuh.report.labels", "severity.");

    private final Language language;
    private final ResourceBundle texts;

    public Texts(Language language) {
        this.language = language;
        this.texts = language.texts(BUNDLE);
    }

    Language language() {
        return language;
    }

    /** The name of the sheet of a table. */
    public String sheet(Kind kind) {
        return texts.getString("sheet." + word(kind));
    }

    /** What a sheet is for and how it is filled in. */
    public String help(Kind kind) {
        return texts.getString("help." + word(kind));
    }

    /** The heading of a column. */
    public String heading(Kind kind, EditColumn column) {
        return texts.getString("column." + word(kind) + "." + column.key());
    }

    /** A text of the tables. */
    public String text(String key) {
        return texts.getString(key);
    }

    /** What values are, or what is counted, in words; what units of its own a rule set has stay as they are. */
    String unit(String unit) {
        return shown(texts, "unit." + unit.replace(' ', '-')).orElse(unit);
    }

    /** A number of a file as people write it. */
    String number(String plain) {
        return language == Language.ID ? plain.replace('.', ',') : plain;
    }

    String yesNo(boolean truth) {
        return texts.getString(truth ? "yes" : "no");
    }

    /** What is shown for a word that can be chosen; the word itself where it needs no other one. */
    String choice(String word) {
        return CHOICES.entrySet().stream()
                .map(e -> shown(language.texts(e.getKey()), e.getValue() + word))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(word);
    }

    private static Optional<String> shown(ResourceBundle texts, String key) {
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }

    /** The word that is shown so in either language; the text itself where none is. */
    static String word(String shown) {
        for (Language language : Language.values()) {
            for (Map.Entry<String, String> choices : CHOICES.entrySet()) {
                ResourceBundle texts = language.texts(choices.getKey());
                for (String key : texts.keySet()) {
                    if (key.startsWith(choices.getValue())
                            && texts.getString(key).equalsIgnoreCase(shown)) {
                        return key.substring(choices.getValue().length());
                    }
                }
            }
        }
        return shown;
    }

    /** Whether a text is the heading of a column in either language. */
    static boolean isHeading(Kind kind, EditColumn column, String text) {
        for (Language language : Language.values()) {
            if (squeezed(new Texts(language).heading(kind, column)).equals(squeezed(text))) {
                return true;
            }
        }
        return false;
    }

    private static String squeezed(String heading) {
        return heading.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
