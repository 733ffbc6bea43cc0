package id.patuh.check;

import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
import id.patuh.intake.RejectedRow;
import id.patuh.intake.RejectedRowCodec;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.SopFiles;
import id.patuh.sop.Sop;
import id.patuh.sop.lint.LintFacts;
import id.patuh.spool.Spool;
import id.patuh.violation.MissingFact;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks SOP definitions themselves. */
public final class SopLint {

    private static final String TOPIC = "lint";

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
        Findings findings = new Findings(request.mostInMemory());
        NotEvaluatedRules notEvaluated = new NotEvaluatedRules(ruleSet.rules().catalog(), request.mostInMemory());
        Spool<RejectedRow> rejected = new Spool<>(new RejectedRowCodec(), request.mostInMemory());
        files.problems().forEach(problem -> rejected.add(rejected(problem)));
        for (Sop sop : sops) {
            List<Object> found = facts.of(sop, all);
            findings.add(0, ruleSet.rules().check(found));
            notEvaluated.add(found.stream()
                    .filter(MissingFact.class::isInstance)
                    .map(MissingFact.class::cast)
                    .toList());
        }
        notEvaluated.addSwitchedOff(SopLint::concerns);
        return new CheckResult(
                Matter.DEFINITIONS,
                request.asOf(),
                request.zone(),
                ruleSet,
                List.of(),
                List.of(),
                0,
                0,
                0,
                sops.size(),
                findings,
                List.of(),
                List.of(),
                notEvaluated,
                rejected);
    }

    /** Whether a rule judges definitions of SOPs, not what was done. */
    public static boolean concerns(RuleMetadata rule) {
        return rule.topic().equals(TOPIC);
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
