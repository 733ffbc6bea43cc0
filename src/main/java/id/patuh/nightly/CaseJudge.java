package id.patuh.nightly;

import id.patuh.check.CaseCheck;
import id.patuh.check.CaseVerdict;
import id.patuh.facts.Evaluated;
import id.patuh.facts.Facts;
import id.patuh.facts.Shard;
import id.patuh.facts.StoredCase;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.HeldRun;
import id.patuh.ledger.life.JudgedGroup;
import id.patuh.ruleset.RuleSet;
import id.patuh.scope.Hold;
import id.patuh.skm.FollowUpRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges the cases of a scope that are due, shard by shard. */
final class CaseJudge {

    private final Facts facts;
    private final Hold hold;
    private final HeldRun run;
    private final RuleSet ruleSet;
    private final List<FollowUpRecord> followUps;

    /** @param followUps all that are known of the scope */
    CaseJudge(Facts facts, Hold hold, HeldRun run, RuleSet ruleSet, List<FollowUpRecord> followUps) {
        this.facts = facts;
        this.hold = hold;
        this.run = run;
        this.ruleSet = ruleSet;
        this.followUps = followUps;
    }

    /**
     * Judges and records all cases that are due. What was recorded by whoever began the run is due no longer.
     *
     * @param first number of the first shard
     * @param size how many cases a shard has
     * @return the number after that of the last shard
     */
    int judgeAll(int first, int size) {
        int number = first;
        for (Shard shard : facts.shards(hold, size)) {
            judge(number, facts.due(hold, shard));
            number++;
        }
        return number;
    }

    private void judge(int number, List<StoredCase> cases) {
        Map<String, StoredCase> stored = new HashMap<>();
        cases.forEach(one -> stored.put(one.caseId(), one));
        List<JudgedGroup> groups = new ArrayList<>();
        List<Evaluated> evaluated = new ArrayList<>();
        for (CaseVerdict verdict : verdicts(cases)) {
            StoredCase one = stored.get(verdict.caseId());
            groups.add(new JudgedGroup(
                    Group.ofCase(verdict.caseId()),
                    one.facts(),
                    verdict.findings(),
                    verdict.notEvaluated(),
                    one.nameless()));
            evaluated.add(new Evaluated(
                    verdict.caseId(), one.version(), verdict.nextChange(), verdict.asksPlans(), verdict.deadlines()));
        }
        run.record(
                number, groups, facts.evaluated(hold, run.run().id(), run.run().ruleSetSha256(), evaluated));
    }

    private List<CaseVerdict> verdicts(List<StoredCase> cases) {
        List<CaseVerdict> verdicts = new ArrayList<>();
        try (CaseCheck check = new CaseCheck(ruleSet, run.run().asOf(), followUps, verdicts::add)) {
            cases.forEach(one -> check.add(one.rows(), one.lost()));
            check.end();
        }
        return verdicts;
    }
}
