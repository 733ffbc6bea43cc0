package id.patuh.nightly;

import id.patuh.check.SurveyVerdict;
import id.patuh.facts.Facts;
import id.patuh.facts.JudgedSurveys;
import id.patuh.intake.Intake;
import id.patuh.ledger.followup.FollowUps;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.HeldRun;
import id.patuh.ledger.life.JudgedGroup;
import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.report.AllWords;
import id.patuh.ruleset.RuleSet;
import id.patuh.scope.Hold;
import id.patuh.skm.FollowUpRecord;
import java.time.ZoneId;
import java.util.List;

/** Judges what is due of a scope: first its surveys and follow-up reports, then its cases. */
final class ScopeJudge {

    private final Facts facts;
    private final Hold hold;
    private final HeldRun run;
    private final RuleSet ruleSet;
    private final ZoneId zone;
    private final Intake.Progress progress;

    /** @param zone whose day the moment of the run is on */
    ScopeJudge(Facts facts, Hold hold, HeldRun run, RuleSet ruleSet, ZoneId zone, Intake.Progress progress) {
        this.facts = facts;
        this.hold = hold;
        this.run = run;
        this.ruleSet = ruleSet;
        this.zone = zone;
        this.progress = progress;
    }

    /**
     * Judges and records all that is due. What was recorded by whoever began the run is due no longer.
     *
     * @param size how many cases a shard has
     * @return the number of all shards that were recorded
     */
    int judgeAll(int size) {
        int next = run.recorded().size();
        if (facts.surveys().isDue(hold, run.run().asOf(), run.run().ruleSetSha256())) {
            judgeSurveys(next);
            next++;
        }
        return facts.hasDue(hold) ? new CaseJudge(facts, hold, run, ruleSet, reports()).judgeAll(next, size) : next;
    }

    private void judgeSurveys(int shard) {
        JudgedSurveys judged = facts.surveys().judge(hold, ruleSet, run.run().asOf(), zone, progress);
        SurveyVerdict verdict = judged.verdict();
        String from = Long.toString(judged.changes());
        run.record(
                shard,
                List.of(
                        group(Group.SURVEYS, from, verdict.surveys()),
                        group(Group.FOLLOW_UPS, from, verdict.followUps())),
                facts.surveys()
                        .judged(hold, run.run().id(), run.run().ruleSetSha256(), judged)
                        .and(SurveyTrends.record(
                                run.run(), verdict.grades(), judged.absent(), new AllWords(ruleSet, zone)))
                        .and(FollowUps.record(run.run(), zone, verdict.followed(), judged.names())));
    }

    private static JudgedGroup group(Group group, String from, SurveyVerdict.Part part) {
        return new JudgedGroup(group, from, part.findings(), part.notEvaluated());
    }

    private List<FollowUpRecord> reports() {
        return facts.surveys().reports(hold.scopeId(), ruleSet, zone, progress);
    }
}
