package id.patuh.ruleset;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The texts of a rule set, in every language. */
public final class Messages {

    /** The language that users are met in first. */
    public static final String DEFAULT_LANGUAGE = "id";

    /** Ends the keys of sentences that say what a rule demands. */
    public static final String SENTENCE = ".sentence";

    private final Map<String, Map<String, String>> byLanguage;

    /** @param byLanguage texts by key, by language ({@code id}, {@code en}) */
    public Messages(Map<String, Map<String, String>> byLanguage) {
        Map<String, Map<String, String>> copy = new TreeMap<>();
        byLanguage.forEach((language, texts) -> copy.put(language, Map.copyOf(texts)));
        this.byLanguage = copy;
    }

    /** The languages there are texts in. */
    public Set<String> languages() {
        return byLanguage.keySet();
    }

    /** The keys of a language's texts. */
    public Set<String> keys(String language) {
        return byLanguage.getOrDefault(language, Map.of()).keySet();
    }

    /** The text in the language, or else in the default one. */
    public Optional<String> text(String key, String language) {
        String text = byLanguage.getOrDefault(language, Map.of()).get(key);
        return text != null
                ? Optional.of(text)
                : Optional.ofNullable(
                        byLanguage.getOrDefault(DEFAULT_LANGUAGE, Map.of()).get(key));
    }
}
