package id.patuh.report;

import id.patuh.violation.Evidence;
import id.patuh.violation.Subject;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a violation says, in all languages, with its evidence: enough to show it when its input and its rule set are gone.
 *
 * @param subject what it is about
 * @param said its words by the code of the language
 * @param evidence the cells that prove it
 */
public record ViolationText(Subject subject, SortedMap<String, Said> said, List<Evidence> evidence) {

    /**
     * The words of one language.
     *
     * @param message what happened
     * @param expected what the rule demands; may be null
     * @param actual what was found; may be null
     * @param basis the provisions that it offends
     */
    public record Said(String message, String expected, String actual, String basis) {}

    public ViolationText {
        said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
        evidence = List.copyOf(evidence);
    }

    /** Its words in a language. */
    public Said in(Language language) {
        return said.get(language.code());
    }

    /** The same where nobody may know any more what was found; of a survey, not even the respondent or unsur it was about. */
    public ViolationText forgotten() {
        TreeMap<String, Said> left = new TreeMap<>();
        for (Language language : Language.values()) {
            Said before = in(language);
            String basis = before == null ? null : before.basis();
            left.put(language.code(), new Said(language.label("violation.forgotten"), null, null, basis));
        }
        return new ViolationText(subject.survey() == null ? subject : subject.about(null), left, List.of());
    }
}
