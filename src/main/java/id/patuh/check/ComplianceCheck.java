package id.patuh.check;

import id.patuh.intake.Dataset;
import id.patuh.intake.Intake;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.CaseBinder;
import id.patuh.sop.CaseFile;
import id.patuh.wording.Wording;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks what was done against the rule set in force: reads, binds, judges and concludes. One instance serves any number
 * of checks.
 */
public final class ComplianceCheck {

    /** Cases judged in one session: enough to spread its cost, few enough to keep its memories small (measured). */
    private static final int BATCH = 100;

    private static final long AFTER_ALL_CASES = Long.MAX_VALUE;

    private final RuleSet ruleSet;

    public ComplianceCheck(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /**
     * Checks files and folders.
     *
     * @param standardInput what the path {@code -} means
     * @param progress hears how far reading has come
     */
    public CheckResult run(CheckRequest request, InputStream standardInput, Intake.Progress progress) {
        Dataset data = read(request, standardInput, progress);
        return run(request, data);
    }

    /** Checks facts that were read before. */
    public CheckResult run(CheckRequest request, Dataset data) {
        CaseBinder binder = binder(request, data);
        List<CaseFile> cases = binder.bind(data.activities(), data.lostActivities());
        SurveyCheck surveys = new SurveyCheck(ruleSet, request, data);
        Findings findings = new Findings(request.mostInMemory());
        judge(cases, findings);
        findings.add(AFTER_ALL_CASES, ruleSet.rules().check(surveys.facts()));
        NotEvaluatedRules notEvaluated = new NotEvaluatedRules(ruleSet.rules().catalog(), request.mostInMemory());
        notEvaluated.add(binder.missing());
        notEvaluated.add(surveys.missing());
        return conclude(request, data, cases.size(), surveys, findings, notEvaluated);
    }

    private Dataset read(CheckRequest request, InputStream standardInput, Intake.Progress progress) {
        Intake.Options options = new Intake.Options(
                request.zone(),
                request.sop(),
                request.kind(),
                request.mapping(),
                ruleSet.mappings(),
                request.mostInMemory());
        return new Intake(options, ruleSet.regulations(), ruleSet.sops())
                .read(request.paths(), standardInput, progress);
    }

    private CaseBinder binder(CheckRequest request, Dataset data) {
        return new CaseBinder(
                ruleSet.sops(),
                ruleSet.parameters(),
                ruleSet::calendar,
                unit -> ruleSet.calendarOfUnit().get(Wording.normalise(unit)),
                new FollowUpSchedules(data.followUps()),
                request.asOf().toEpochMilli());
    }

    private void judge(List<CaseFile> cases, Findings findings) {
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            cases.get(i).addFactsTo(facts);
            if ((i + 1) % BATCH == 0 || i + 1 == cases.size()) {
                findings.add(i / BATCH, ruleSet.rules().check(facts));
                facts.clear();
            }
        }
    }

    private CheckResult conclude(
            CheckRequest request,
            Dataset data,
            int cases,
            SurveyCheck surveys,
            Findings findings,
            NotEvaluatedRules notEvaluated) {
        return new CheckResult(
                CheckResult.Matter.CONDUCT,
                request.asOf(),
                request.zone(),
                ruleSet,
                data.inputs(),
                data.skipped(),
                cases,
                data.activities().size(),
                surveys.count(),
                0,
                findings,
                surveys.grades(),
                new Priorities(ruleSet).of(surveys.surveys(), findings),
                notEvaluated,
                data.rejected());
    }
}
