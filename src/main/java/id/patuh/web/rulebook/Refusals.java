package id.patuh.web.rulebook;

import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.rulebook.Problem;
import id.patuh.rulebook.RulebookException;
import id.patuh.ruleset.RuleSetException;
import java.time.ZoneId;
import java.util.List;

/** Why something was not done with a version, in words; moments in the zone of pages. */
final class Refusals {

    private Refusals() {}

    static List<String> of(RulebookException e, Language language, ZoneId zone) {
        return List.of(text(e.problem(), language, zone));
    }

    static List<String> of(RuleSetException e, Language language) {
        return e.problems().stream()
                .map(problem -> Reasons.of(problem, language))
                .toList();
    }

    static String text(Problem problem, Language language, ZoneId zone) {
        return Reasons.text(problem.reason(), problem.details(zone), language);
    }
}
