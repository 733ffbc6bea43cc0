package id.patuh.check;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.JoinBudget;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.CaseBinder;
import id.patuh.sop.CaseFile;
import id.patuh.sop.LostRows;
import id.patuh.sop.PlanSchedules;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Violation;
import id.patuh.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Binds cases to their SOPs and judges them by the rules. Of one thread at a time. */
final class Judge {

    private final CaseBinder binder;
    private final CompiledRules rules;
    private final JoinBudget budget;

    /**
     * @param asOf the moment that deadlines are judged by
     * @param plans schedules of follow-up plans
     * @param budget of the check; shared by all judges
     */
    Judge(RuleSet ruleSet, Instant asOf, PlanSchedules plans, JoinBudget budget) {
        this.binder = binder(ruleSet, asOf, plans);
        this.rules = ruleSet.rules();
        this.budget = budget;
    }

    /** What binds cases under a rule set. */
    static CaseBinder binder(RuleSet ruleSet, Instant asOf, PlanSchedules plans) {
        return new CaseBinder(
                ruleSet.sops(),
                ruleSet.parameters(),
                ruleSet::calendar,
                unit -> ruleSet.calendarOfUnit().get(Wording.normalise(unit)),
                plans,
                asOf.toEpochMilli());
    }

    /**
     * The cases of some rows.
     *
     * @param rows all rows of the case numbers among them
     */
    List<CaseFile> bind(List<ActivityRecord> rows, LostRows lost) {
        return binder.bind(rows, lost);
    }

    /** What the logs of the cases bound since the last call did not hold. */
    List<MissingFact> missing() {
        return binder.missing();
    }

    /**
     * What breaks a rule. Rules that compare facts see those of one case number only, whichever others are judged with it.
     *
     * @param cases those of a case number one after the other
     */
    List<Violation> judge(List<CaseFile> cases) {
        if (!rules.compareFacts()) {
            return check(cases);
        }
        List<Violation> violations = new ArrayList<>();
        int until;
        for (int from = 0; from < cases.size(); from = until) {
            String number = cases.get(from).id();
            until = from + 1;
            while (until < cases.size() && cases.get(until).id().equals(number)) {
                until++;
            }
            violations.addAll(check(cases.subList(from, until)));
        }
        return violations;
    }

    private List<Violation> check(List<CaseFile> cases) {
        List<Object> facts = new ArrayList<>();
        cases.forEach(file -> file.addFactsTo(facts));
        return rules.check(facts, budget);
    }
}
