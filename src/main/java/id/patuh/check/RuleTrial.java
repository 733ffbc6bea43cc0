package id.patuh.check;

import id.patuh.intake.RejectedRow;
import id.patuh.ruleset.RuleCase;
import id.patuh.ruleset.RuleCases;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.SopFiles;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.violation.Subject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the cases beside the rules: each a check of its own over the facts given, of which what one rule finds counts. */
public final class RuleTrial {

    /** In which cases name times without an offset. */
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final List<String> STANDARD_INPUT = List.of("-");

    private final RuleSet ruleSet;

    public RuleTrial(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /** Runs cases on all cores. */
    public TrialResult run(RuleCases cases) {
        return new TrialResult(cases.all().parallelStream().map(this::run).toList(), cases.untried(), cases.problems());
    }

    /** Runs a case. A check that breaks off is an outcome as well. */
    public CaseOutcome run(RuleCase ruleCase) {
        try (CheckResult result = check(ruleCase)) {
            return outcome(ruleCase, result);
        } catch (RuntimeException e) {
            return CaseOutcome.brokenOff(ruleCase, e);
        }
    }

    /** The whole check over the facts of a case. */
    CheckResult check(RuleCase ruleCase) {
        List<Sop> sops = new ArrayList<>(ruleSet.sops().all());
        sops.addAll(ruleCase.sops());
        RuleSet rules =
                ruleSet.with(new Sops(sops), ruleCase.regions() == null ? ruleSet.regions() : ruleCase.regions());
        CheckRequest request =
                new CheckRequest(STANDARD_INPUT, ruleCase.asOf().atZone(ZONE).toInstant(), ZONE, null, null);
        if (ruleCase.given() == null) {
            return new SopLint(rules).run(new SopFiles(ruleCase.sops(), List.of()), request);
        }
        byte[] json = ruleCase.given().getBytes(StandardCharsets.UTF_8);
        return new ComplianceCheck(rules).run(request, new ByteArrayInputStream(json), (path, rows) -> {});
    }

    private static CaseOutcome outcome(RuleCase ruleCase, CheckResult result) {
        List<Finding> found = result.findings().stream()
                .filter(f -> f.violation().rule().equals(ruleCase.rule()))
                .toList();
        List<String> unexpected = found.stream()
                .map(f -> brief(f.violation().subject()))
                .collect(Collectors.toCollection(ArrayList::new));
        // One by one: a subject that is found twice must be expected twice.
        List<String> missing =
                ruleCase.finds().stream().filter(f -> !unexpected.remove(f)).toList();
        List<String> otherSeverities = found.stream()
                .filter(f -> ruleCase.severity() != null && f.violation().severity() != ruleCase.severity())
                .map(f -> brief(f.violation().subject()) + " "
                        + f.violation().severity().word())
                .toList();
        List<String> lacking = result.notEvaluated().stream()
                .filter(n -> n.rule().equals(ruleCase.rule()))
                .map(n -> brief(n.missing().subject()))
                .toList();
        List<RejectedRow> rejected = result.rejected().stream().toList();
        return new CaseOutcome(
                ruleCase,
                missing,
                unexpected,
                otherSeverities,
                ruleCase.notEvaluated().stream()
                        .filter(n -> !lacking.contains(n))
                        .toList(),
                rejected,
                null);
    }

    /** A subject in the short form that cases use. */
    static String brief(Subject subject) {
        String step = subject.step() == null
                ? null
                : subject.round() == null || subject.round() == 1
                        ? subject.step()
                        : subject.step() + "#" + subject.round();
        boolean definition = subject.caseId() == null && subject.survey() == null && subject.sop() != null;
        return Stream.of(
                        definition ? subject.sop() : null,
                        subject.caseId(),
                        step,
                        subject.constraint(),
                        subject.survey(),
                        subject.element())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("/"));
    }
}
