package id.patuh.report;

import id.patuh.check.Grade;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A grade, with why there is none in all languages.
 *
 * @param grade index, grade and unsur; kept as it is, so that its components may be added to, but not renamed
 * @param reasons why there is no grade, by the code of the language; empty where there is one
 */
public record GradeText(Grade grade, SortedMap<String, String> reasons) {

    public GradeText {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /** Why there is no grade, in a language; null where there is one. */
    public String reason(Language language) {
        return reasons.get(language.code());
    }
}
