package id.patuh.check;

import id.patuh.engine.RuleMetadata;
import id.patuh.violation.MissingFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The rules that judge surveys and follow-up reports, and which of them judge reports alone. */
final class SurveyRules {

    private static final String CASES = "sop";
    private static final String FOLLOW_UPS = "rtl";

    private final Set<String> enabled = new TreeSet<>();
    private final Set<String> ofFollowUps = new HashSet<>();

    /** @param catalog every rule. Where several share an id, some of them about surveys, it is one of surveys */
    SurveyRules(List<RuleMetadata> catalog) {
        Set<String> others = new HashSet<>();
        for (RuleMetadata rule : catalog) {
            boolean concerned = !rule.topic().equals(CASES) && !SopLint.concerns(rule);
            if (concerned && rule.isEnabled()) {
                enabled.add(rule.id());
            }
            (rule.topic().equals(FOLLOW_UPS) ? ofFollowUps : others).add(rule.id());
        }
        ofFollowUps.removeAll(others);
    }

    /** The part of rules that judge surveys. */
    SurveyVerdict.Part ofSurveys(Collection<Finding> findings, Collection<NotEvaluated> notEvaluated) {
        return part(findings, notEvaluated, rule -> !ofFollowUps.contains(rule));
    }

    /** The part of rules that judge nothing but follow-up reports. */
    SurveyVerdict.Part ofFollowUps(Collection<Finding> findings, Collection<NotEvaluated> notEvaluated) {
        return part(findings, notEvaluated, ofFollowUps::contains);
    }

    /** That all of them lacked these facts. */
    List<NotEvaluated> without(List<MissingFact> facts) {
        List<NotEvaluated> without = new ArrayList<>();
        for (MissingFact fact : facts) {
            enabled.forEach(rule -> without.add(new NotEvaluated(rule, fact)));
        }
        return without;
    }

    private static SurveyVerdict.Part part(
            Collection<Finding> findings, Collection<NotEvaluated> notEvaluated, Predicate<String> rules) {
        return new SurveyVerdict.Part(
                findings.stream().filter(f -> rules.test(f.violation().rule())).toList(),
                notEvaluated.stream()
                        .filter(n -> rules.test(n.rule()))
                        .sorted(NotEvaluatedRules.ORDER)
                        .toList());
    }
}
