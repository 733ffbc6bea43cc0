package id.patuh.check;

import id.patuh.engine.RuleMetadata;
import id.patuh.intake.ActivityList;
import id.patuh.intake.Dataset;
import id.patuh.intake.Intake;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Violation;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks what was done against the rule set in force: reads, binds, judges and concludes. One instance serves any number
 * of checks.
 */
public final class ComplianceCheck {

    private final RuleSet ruleSet;
    private final Limits limits;

    public ComplianceCheck(RuleSet ruleSet) {
        this(ruleSet, Limits.USUAL);
    }

    ComplianceCheck(RuleSet ruleSet, Limits limits) {
        this.ruleSet = ruleSet;
        this.limits = limits;
    }

    /**
     * Checks files and folders.
     *
     * @param standardInput what the path {@code -} means
     * @param progress hears how far reading has come
     */
    public CheckResult run(CheckRequest request, InputStream standardInput, Intake.Progress progress) {
        Intake.Options options = new Intake.Options(
                request.zone(), request.sop(), request.kind(), request.mapping(), ruleSet.mappings());
        Intake intake = new Intake(options, ruleSet.regulations(), ruleSet.sops());
        try (CaseStreams cases = new CaseStreams(ruleSet, request, limits)) {
            Dataset data = intake.read(request.paths(), standardInput, progress, cases);
            return conclude(request, data, cases.last());
        }
    }

    /** Checks facts that were read before. */
    public CheckResult run(CheckRequest request, Dataset data, ActivityList activities) {
        try (CaseStream cases = new CaseStream(ruleSet, request, limits, false)) {
            activities.giveTo(cases);
            cases.end(data);
            return conclude(request, data, cases);
        }
    }

    private CheckResult conclude(CheckRequest request, Dataset data, CaseStream cases) {
        SurveyCheck surveys = new SurveyCheck(ruleSet, request, data);
        List<Violation> violations = new ArrayList<>(cases.findings().violations());
        violations.addAll(ruleSet.rules().check(surveys.facts()));
        List<MissingFact> missing = new ArrayList<>(cases.missing().all());
        missing.addAll(surveys.missing());
        return new CheckResult(
                CheckResult.Matter.CONDUCT,
                request.asOf(),
                request.zone(),
                ruleSet,
                data.inputs(),
                data.skipped(),
                cases.cases(),
                cases.activities(),
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
                    .filter(rule -> fact.isMissingTo(rule.id(), rule.needs()))
                    .map(RuleMetadata::id)
                    .distinct()
                    .forEach(id -> all.add(new NotEvaluated(id, fact)));
        }
        all.sort(Comparator.comparing(NotEvaluated::rule));
        return all;
    }
}
