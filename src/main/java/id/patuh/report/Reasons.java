package id.patuh.report;

import id.patuh.engine.RuleProblem;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Why something that was given to the program cannot be used, in words. */
public final class Reasons {

    /** Of input and of rules; no key stands in both. */
    private static final List<String> BUNDLES = List.of("id.patuh.intake.reasons", "id.patuh.ruleset.reasons");

    private Reasons() {}

    /** Where a rule set is wrong and why, in one line. */
    public static String of(RuleProblem problem, Language language) {
        return problem.place() + " " + text(problem.reason(), problem.details(), language);
    }

    /**
     * The reason with this key.
     *
     * @param details values that its text names
     */
    static String text(String reason, Map<String, String> details, Language language) {
        for (String bundle : BUNDLES) {
            ResourceBundle texts = language.texts(bundle);
            if (texts.containsKey(reason)) {
                return Template.fill(texts.getString(reason), details::get);
            }
        }
        throw new MissingResourceException("no reason " + reason, Reasons.class.getName(), reason);
    }
}
