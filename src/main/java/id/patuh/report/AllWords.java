package id.patuh.report;

import id.patuh.check.Grade;
import id.patuh.check.NotEvaluated;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Violation;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Turns typed findings into words of all languages. For one thread. */
public final class AllWords {

    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    /**
     * Words for what a rule set finds.
     *
     * @param zone in which times are shown
     */
    public AllWords(RuleSet ruleSet, ZoneId zone) {
        for (Language language : Language.values()) {
            words.put(language, new Words(ruleSet, zone, language));
        }
    }

    /** All that a violation says. */
    public ViolationText of(Violation violation) {
        TreeMap<String, ViolationText.Said> said = new TreeMap<>();
        words.forEach((language, in) -> said.put(language.code(), in.said(violation)));
        return new ViolationText(violation.subject(), said, violation.evidence());
    }

    /** A grade, and why there is none. */
    public GradeText of(Grade grade) {
        TreeMap<String, String> reasons = new TreeMap<>();
        if (grade.reason() != null) {
            words.forEach((language, in) -> reasons.put(language.code(), in.gradeReason(grade.reason())));
        }
        return new GradeText(grade, reasons);
    }

    /** All that is to be said of a rule that was not evaluated. */
    public LackText of(NotEvaluated notEvaluated) {
        TreeMap<String, LackText.Said> said = new TreeMap<>();
        words.forEach((language, in) -> said.put(language.code(), in.said(notEvaluated)));
        return new LackText(
                notEvaluated.missing().need(), notEvaluated.missing().subject(), said);
    }
}
