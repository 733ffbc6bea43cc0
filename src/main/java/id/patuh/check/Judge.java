package id.patuh.check;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.JoinBudget;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.CaseBinder;
import id.patuh.sop.CaseFile;
import id.patuh.sop.LostRows;
import java.util.ArrayList;
import java.util.List;

/** Binds cases to their SOPs and judges them by the rules. Of one thread at a time. */
final class Judge {

    private final CaseBinder binder;
    private final CompiledRules rules;
    private final JoinBudget budget;
    private final Findings findings;
    private final NotEvaluatedRules notEvaluated;
    private final List<Object> facts = new ArrayList<>();
    private volatile long cases;

    /**
     * @param budget of the check; shared by all judges
     * @param findings takes what is found; shared likewise
     * @param notEvaluated takes what was missing; shared likewise
     */
    Judge(
            CaseBinder binder,
            CompiledRules rules,
            JoinBudget budget,
            Findings findings,
            NotEvaluatedRules notEvaluated) {
        this.binder = binder;
        this.rules = rules;
        this.budget = budget;
        this.findings = findings;
        this.notEvaluated = notEvaluated;
    }

    /**
     * Judges a batch.
     *
     * @param number of the batch in the input's order
     * @param rows all rows of the case numbers among them
     */
    void judge(long number, List<ActivityRecord> rows, LostRows lost) {
        List<CaseFile> bound = binder.bind(rows, lost);
        bound.forEach(file -> file.addFactsTo(facts));
        findings.add(number, rules.check(facts, budget));
        facts.clear();
        notEvaluated.add(binder.missing());
        cases += bound.size();
    }

    /** How many cases it judged. */
    long cases() {
        return cases;
    }
}
