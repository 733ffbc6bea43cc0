package id.patuh.ledger.waiver;

import id.patuh.check.Finding;
import id.patuh.engine.RuleCache;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.HeldRun;
import id.patuh.ledger.life.JudgedGroup;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeRuns;
import id.patuh.ledger.life.RunOrder;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import id.patuh.scope.Hold;
import id.patuh.scope.Holds;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.violation.Fingerprint;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A scope whose nights find what tests say. */
public final class ScopeOfTest {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final RuleSet RULES = RuleSetReader.read(SmallRules.FILES, RuleCache.none());

    private final LifeRuns runs;
    private final Hold hold;

    /** The scope of that name, seized from whoever held it. */
    public ScopeOfTest(Store store, String name) {
        this.runs = new LifeRuns(store, Clock.systemUTC());
        this.hold = new Holds(store).seize(name);
    }

    /** A run that finds these violations, and judges no group but theirs. */
    public LifeRun night(Instant asOf, Violation... violations) {
        Stream<String> cases =
                Stream.of(violations).map(v -> v.subject().caseId()).distinct();
        return judge(
                asOf,
                cases.map(number -> new JudgedGroup(
                                Group.ofCase(number),
                                "1",
                                Stream.of(violations)
                                        .filter(v -> v.subject().caseId().equals(number))
                                        .map(v -> new Finding(fingerprint(v), v))
                                        .toList(),
                                List.of()))
                        .toList());
    }

    /** A run that judges these groups. */
    public LifeRun judge(Instant asOf, List<JudgedGroup> groups) {
        RunOrder order = new RunOrder(List.of(), SmallRules.FILES, RULES, asOf, ZONE, "test");
        HeldRun run = runs.begin(hold, order);
        run.record(0, groups, Transaction.Step.NONE);
        return run.complete(1, Transaction.Step.NONE);
    }

    /** A violation of a whole case. */
    public static Violation violation(String rule, Severity severity, String unit, String caseId) {
        return new Violation(
                rule,
                severity,
                Subject.ofCase(unit, "B276", caseId),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                List.of());
    }

    /** Of a violation that is the only one of its rule and subject. */
    public static String fingerprint(Violation violation) {
        return Fingerprint.of(violation.rule(), violation.subject(), 1);
    }
}
