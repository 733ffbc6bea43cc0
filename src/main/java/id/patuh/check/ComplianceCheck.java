package id.patuh.check;

import id.patuh.engine.RuleMetadata;
import id.patuh.intake.Dataset;
import id.patuh.intake.Intake;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.CaseBinder;
import id.patuh.sop.CaseFile;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Violation;
import id.patuh.wording.Wording;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks what was done against the rule set in force: reads, binds, judges and concludes. One instance serves any number
 * of checks.
 */
public final class ComplianceCheck {

    /** Cases judged in one session: enough to spread its cost, few enough to keep its memories small (measured). */
    private static final int BATCH = 100;

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
        List<Violation> violations = judge(cases);
        violations.addAll(ruleSet.rules().check(surveys.facts()));
        List<MissingFact> missing = new ArrayList<>(binder.missing());
        missing.addAll(surveys.missing());
        return conclude(request, data, cases, surveys, violations, missing);
    }

    private Dataset read(CheckRequest request, InputStream standardInput, Intake.Progress progress) {
        Intake.Options options = new Intake.Options(
                request.zone(), request.sop(), request.kind(), request.mapping(), ruleSet.mappings());
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

    private List<Violation> judge(List<CaseFile> cases) {
        List<Violation> violations = new ArrayList<>();
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            cases.get(i).addFactsTo(facts);
            if ((i + 1) % BATCH == 0 || i + 1 == cases.size()) {
                violations.addAll(ruleSet.rules().check(facts));
                facts.clear();
            }
        }
        return violations;
    }

    private CheckResult conclude(
            CheckRequest request,
            Dataset data,
            List<CaseFile> cases,
            SurveyCheck surveys,
            List<Violation> violations,
            List<MissingFact> missing) {
        return new CheckResult(
                CheckResult.Matter.CONDUCT,
                request.asOf(),
                request.zone(),
                ruleSet,
                data.inputs(),
                data.skipped(),
                cases.size(),
                data.activities().size(),
                surveys.count(),
                0,
                Findings.of(violations),
                surveys.grades(),
                new Priorities(ruleSet, violations).of(surveys.surveys()),
                notEvaluated(missing),
                data.rejected());
    }

    /** Every rule that needs a fact that is missing. */
    List<NotEvaluated> notEvaluated(List<MissingFact> missing) {
        List<NotEvaluated> all = new ArrayList<>();
        for (MissingFact fact : missing) {
            ruleSet.rules().catalog().stream()
                    .filter(rule -> rule.needs().contains(fact.need()))
                    .map(RuleMetadata::id)
                    .distinct()
                    .forEach(id -> all.add(new NotEvaluated(id, fact)));
        }
        all.sort(Comparator.comparing(NotEvaluated::rule));
        return all;
    }
}
