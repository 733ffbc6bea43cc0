package id.patuh.check;

import id.patuh.engine.RuleProblem;
import id.patuh.intake.RejectedRow;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.SopFiles;
import id.patuh.sop.Sop;
import id.patuh.sop.lint.LintFacts;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks SOP definitions themselves. */
public final class SopLint {

    private final RuleSet ruleSet;

    public SopLint(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /**
     * Checks the given definitions, against each other and against those of the rule set. Those that cannot be used are
     * reported as rejected.
     */
    public CheckResult run(SopFiles files, CheckRequest request) {
        List<Sop> sops = files.sops();
        LintFacts facts = new LintFacts(
                ruleSet.sources(),
                ruleSet.parameters(),
                ruleSet::calendar,
                LocalDate.ofInstant(request.asOf(), request.zone()));
        Set<Sop> all = new LinkedHashSet<>(sops);
        all.addAll(ruleSet.sops().all());
        List<Violation> violations = new ArrayList<>();
        List<MissingFact> missing = new ArrayList<>();
        for (Sop sop : sops) {
            List<Object> found = facts.of(sop, all);
            violations.addAll(ruleSet.rules().check(found));
            found.stream()
                    .filter(MissingFact.class::isInstance)
                    .map(MissingFact.class::cast)
                    .forEach(missing::add);
        }
        return new CheckResult(
                CheckResult.Matter.DEFINITIONS,
                request.asOf(),
                request.zone(),
                ruleSet,
                List.of(),
                List.of(),
                0,
                0,
                0,
                sops.size(),
                Findings.of(violations),
                List.of(),
                List.of(),
                new ComplianceCheck(ruleSet).notEvaluated(missing),
                files.problems().stream().map(SopLint::rejected).toList());
    }

    private static RejectedRow rejected(RuleProblem problem) {
        return new RejectedRow(
                problem.file(),
                null,
                problem.line() == 0 ? null : problem.line(),
                problem.key(),
                problem.value(),
                problem.reason(),
                problem.details());
    }
}
