package id.patuh.report;

import id.patuh.check.CheckResult;
import id.patuh.check.Simulation;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Adds up what two rule sets differ in over any number of inputs: counts, and a few examples in words. Memory grows with
 * units, rules, inputs and surveys, never with violations.
 */
public final class SimulationTally {

    private final RuleSet before;
    private final RuleSet after;
    private final Language language;

    private final List<Checked> checked = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final ViolationChanges violations;
    private final EvaluationChanges evaluations;
    private final GradeChanges grades;
    private final PriorityChanges priorities;
    private final SilentRules silence;
    private boolean incomplete;

    /** One input that was checked under both. */
    record Checked(String label, Instant asOf, ZoneId zone, Side before, Side after, ChangeCounts counts) {}

    /** What one check came to. */
    record Side(long cases, long activities, long surveys, long violations, long rejected) {

        static Side of(CheckResult result) {
            return new Side(
                    result.cases(),
                    result.activities(),
                    result.surveys(),
                    result.findings().size(),
                    result.rejected().size());
        }

        /** Whether another check read the same. */
        boolean hasReadAs(Side other) {
            return cases == other.cases
                    && activities == other.activities
                    && surveys == other.surveys
                    && rejected == other.rejected;
        }
    }

    /** An input that could not be checked, and why. */
    record LeftOut(String label, String why) {}

    /**
     * A tally without anything counted yet.
     *
     * @param examplesEach how many examples are kept of each rule and kind of change
     */
    public SimulationTally(RuleSet before, RuleSet after, Language language, int examplesEach) {
        this.before = before;
        this.after = after;
        this.language = language;
        this.violations = new ViolationChanges(examplesEach);
        this.evaluations = new EvaluationChanges(examplesEach);
        this.grades = new GradeChanges(language);
        this.priorities = new PriorityChanges(language);
        this.silence = new SilentRules(before, after);
    }

    /**
     * Counts what differs; nothing of the results is kept but examples.
     *
     * @param label how the input is named
     */
    public void add(String label, Simulation simulation) {
        CheckResult earlier = simulation.before();
        CheckResult later = simulation.after();
        ComparedInput input = new ComparedInput(label, words(earlier), words(later));
        ChangeCounts counts = violations.add(simulation, input);
        evaluations.add(simulation, input);
        grades.add(simulation, input);
        priorities.add(simulation, input);
        silence.add(simulation);
        incomplete |= simulation.isIncomplete();
        checked.add(new Checked(label, later.asOf(), later.zone(), Side.of(earlier), Side.of(later), counts));
    }

    private Words words(CheckResult result) {
        return new Words(result.ruleSet(), result.zone(), language);
    }

    /** Takes note of an input that could not be checked. */
    public void leaveOut(String label, String why) {
        leftOut.add(new LeftOut(label, why));
    }

    /**
     * Whether a violation at or above the threshold appears, or one below it rises so far.
     *
     * @param threshold null means that none counts
     */
    public boolean hasNew(Severity threshold) {
        return violations.hasNew(threshold);
    }

    /** Whether something could not be read, was left out, or nothing was there to check. */
    public boolean isIncomplete() {
        return incomplete || !leftOut.isEmpty() || checked.isEmpty();
    }

    RuleSet before() {
        return before;
    }

    RuleSet after() {
        return after;
    }

    List<Checked> checked() {
        return Collections.unmodifiableList(checked);
    }

    List<LeftOut> leftOut() {
        return Collections.unmodifiableList(leftOut);
    }

    ViolationChanges violations() {
        return violations;
    }

    EvaluationChanges evaluations() {
        return evaluations;
    }

    GradeChanges grades() {
        return grades;
    }

    PriorityChanges priorities() {
        return priorities;
    }

    SilentRules.Lists silence() {
        return silence.lists(evaluations::isLacking);
    }
}
