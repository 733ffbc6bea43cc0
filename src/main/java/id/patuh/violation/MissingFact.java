package id.patuh.violation;

import java.util.Map;

/**
 * A fact that the input does not hold, so that rules which need it cannot be evaluated. Absence of data is never
 * compliance: each such rule is reported as not evaluated.
 *
 * @param need what is missing, in the vocabulary of the rules' {@code @needs}
 * @param subject for what
 * @param rule id of the only rule concerned; null for every rule that needs it
 * @param path the file concerned, or null
 * @param details values that the text of the reason names
 * @param count how many times it is missing: in how many cases, say
 */
public record MissingFact(
        String need, Subject subject, String rule, String path, Map<String, Object> details, int count) {

    public MissingFact {
        details = Map.copyOf(details);
    }

    /** A fact that is missing once, to every rule that needs it. */
    public MissingFact(String need, Subject subject, String path, Map<String, Object> details) {
        this(need, subject, null, path, details, 1);
    }

    /** The same fact, missing as many times. */
    public MissingFact times(int number) {
        return number == count ? this : new MissingFact(need, subject, rule, path, details, number);
    }
}
