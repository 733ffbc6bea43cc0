package id.patuh.ledger.life;

import id.patuh.check.NotEvaluated;

/**
 * Of what a rule was not evaluated: what an auditor looks at as a whole.
 *
 * @param group a case number, or the surveys or follow-ups of a scope
 * @param survey id of the survey; null for cases, and where no survey is meant
 * @param rule id of the rule
 */
public record LackSubject(Group group, String survey, String rule) {

    public LackSubject {
        if (group.kind() == Group.Kind.CASE && survey != null) {
            throw new IllegalArgumentException(group + " " + survey);
        }
    }

    static LackSubject of(Group group, NotEvaluated notEvaluated) {
        String survey = group.kind() == Group.Kind.CASE
                ? null
                : notEvaluated.missing().subject().survey();
        return new LackSubject(group, survey, notEvaluated.rule());
    }
}
