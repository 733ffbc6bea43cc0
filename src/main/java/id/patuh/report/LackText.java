package id.patuh.report;

import id.patuh.violation.Subject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule lacked, in all languages.
 *
 * @param need what is missing, in the vocabulary of the rules' {@code @needs}
 * @param subject for what
 * @param said words by the code of the language
 */
public record LackText(String need, Subject subject, SortedMap<String, Said> said) {

    /**
     * The words of one language.
     *
     * @param subject for what the fact is missing
     * @param reason what is missing
     */
    public record Said(String subject, String reason) {

        /** The reason behind the subject, if that says anything. */
        String inOneLine() {
            return (subject.isEmpty() ? "" : subject + ": ") + reason;
        }
    }

    public LackText {
        said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    /** Its words in a language. */
    public Said in(Language language) {
        return said.get(language.code());
    }
}
