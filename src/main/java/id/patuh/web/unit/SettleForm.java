package id.patuh.web.unit;

import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.outcome.Result;
import id.patuh.ledger.outcome.Verdict;
import id.patuh.violation.Severity;
import id.patuh.web.frame.NotThere;

/**
 * What a form says of a rule that could not be evaluated. What was not filled in is null.
 *
 * @param rule id of the rule
 * @param kind {@code case}, {@code surveys} or {@code follow-ups}
 * @param which the case number, or the id of the survey; blank where none is told
 * @param result the word of a result
 * @param severity the word of a severity; means nothing unless it is violated
 * @param reason how it was found
 */
record SettleForm(String rule, String kind, String which, String result, String severity, String reason) {

    /** What is settled. */
    LackSubject subject() {
        boolean names = which != null && !which.isBlank();
        if (rule == null || Group.Kind.CASE.word().equals(kind) && !names) {
            throw new NotThere();
        }
        if (Group.Kind.CASE.word().equals(kind)) {
            return new LackSubject(Group.ofCase(which), null, rule);
        }
        boolean surveys = Group.Kind.SURVEYS.word().equals(kind);
        return new LackSubject(surveys ? Group.SURVEYS : Group.FOLLOW_UPS, names ? which : null, rule);
    }

    /** The field that must still be filled in; null where there is none. */
    String missing(boolean hasEvidence) {
        Result found = Result.named(result).orElse(null);
        if (found == null) {
            return "result";
        }
        if (found == Result.VIOLATED && Severity.named(severity).isEmpty()) {
            return "severity";
        }
        if (reason == null || reason.isBlank()) {
            return "reason";
        }
        return hasEvidence ? null : "evidence";
    }

    /** What was found. */
    Verdict verdict() {
        Result found = Result.named(result).orElseThrow();
        return new Verdict(
                found, found == Result.VIOLATED ? Severity.named(severity).orElseThrow() : null, reason);
    }
}
