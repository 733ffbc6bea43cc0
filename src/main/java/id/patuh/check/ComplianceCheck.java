package id.patuh.check;

import id.patuh.intake.ActivityList;
import id.patuh.intake.Dataset;
import id.patuh.intake.InputPaths;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.intake.ResponseList;
import id.patuh.ruleset.RuleSet;
import id.patuh.skm.SurveyResponses;
import java.io.InputStream;
import java.time.LocalDate;

/**
 * Checks what was done against the rule set in force: reads, binds, judges and concludes. One instance serves any number
 * of checks.
 */
public final class ComplianceCheck {

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
        try (InputPaths inputs = new InputPaths(request.paths(), standardInput)) {
            return run(request, inputs, progress);
        }
    }

    /**
     * Checks inputs wherever they come from; the paths of the request mean nothing then.
     *
     * @param progress hears how far reading has come
     */
    public CheckResult run(CheckRequest request, InputSource inputs, Intake.Progress progress) {
        Intake.Options options = new Intake.Options(
                request.zone(),
                request.sop(),
                request.kind(),
                request.mapping(),
                request.own(),
                ruleSet.mappings(),
                request.mostInMemory());
        Intake intake = new Intake(options, ruleSet.regulations(), ruleSet.sops());
        try (CaseStreams cases = new CaseStreams(ruleSet, request);
                ResponseStreams responses = new ResponseStreams(ruleSet, request.mostInMemory())) {
            Dataset data = intake.read(inputs, progress, cases, responses);
            return conclude(request, data, responses.last(), cases.last());
        }
    }

    /** Checks facts that were read before. */
    public CheckResult run(CheckRequest request, Dataset data, ActivityList activities, ResponseList responses) {
        try (CaseStream cases = new CaseStream(ruleSet, request, false);
                ResponseStreams streams = new ResponseStreams(ruleSet, request.mostInMemory())) {
            do {
                responses.giveTo(streams.get());
            } while (streams.last().mustBeReadAgain(data.published()));
            activities.giveTo(cases);
            cases.end(data);
            return conclude(request, data, streams.last(), cases);
        }
    }

    private CheckResult conclude(CheckRequest request, Dataset data, SurveyResponses responses, CaseStream cases) {
        LocalDate day = LocalDate.ofInstant(request.asOf(), request.zone());
        BoundSurveys surveys = new BoundSurveys(ruleSet, day, responses, data);
        Findings findings = cases.findings();
        findings.add(AFTER_ALL_CASES, ruleSet.rules().check(surveys.facts()));
        NotEvaluatedRules notEvaluated = cases.notEvaluated();
        notEvaluated.add(surveys.missing());
        notEvaluated.addSwitchedOff(rule -> !SopLint.concerns(rule));
        return new CheckResult(
                Matter.CONDUCT,
                request.asOf(),
                request.zone(),
                ruleSet,
                data.inputs(),
                data.skipped(),
                cases.cases(),
                cases.activities(),
                surveys.count(),
                0,
                findings,
                surveys.grades(),
                new Priorities(ruleSet).of(surveys.surveys(), findings),
                notEvaluated,
                data.rejected());
    }
}
