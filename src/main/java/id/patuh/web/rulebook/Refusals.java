package id.patuh.web.rulebook;

import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.rulebook.Problem;
import id.patuh.rulebook.RulebookException;
import id.patuh.ruleset.RuleSetException;
import id.patuh.web.frame.Shown;
import java.util.List;

/** Why something was not done with a version, in words. */
final class Refusals {

    private Refusals() {}

    static List<String> of(RulebookException e, Language language) {
        return List.of(text(e.problem(), language));
    }

    static List<String> of(RuleSetException e, Language language) {
        return e.problems().stream()
                .map(problem -> Reasons.of(problem, language))
                .toList();
    }

    static String text(Problem problem, Language language) {
        return Reasons.text(problem.reason(), problem.details(Shown.ZONE), language);
    }
}
