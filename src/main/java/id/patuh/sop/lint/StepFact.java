package id.patuh.sop.lint;

import id.patuh.law.Clock;
import id.patuh.law.Parameters;
import id.patuh.law.TimeLimit;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.violation.Subject;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.List;

/** A row of an SOP's table. */
public final class StepFact extends LintFact {

    private static final int HOURS_A_DAY = 24;

    private final Step step;
    private final Parameters.InForce law;
    private final DocumentFlow flow;
    private final StepWords words;

    StepFact(Sop sop, Step step, LocalDate asOf, Parameters.InForce law, DocumentFlow flow, StepWords words) {
        super(sop, asOf);
        this.step = step;
        this.law = law;
        this.flow = flow;
        this.words = words;
    }

    /** The number printed above; null in the first row. */
    public Integer getNumberAbove() {
        return step.position() == 0
                ? null
                : sop.steps().get(step.position() - 1).no();
    }

    /** The number that follows the one above. */
    public int getNumberDue() {
        return step.position() == 0 ? 1 : getNumberAbove() + 1;
    }

    public int getNumber() {
        return step.no();
    }

    public String getTitle() {
        return step.title();
    }

    /** The time limit as printed, or null. */
    public String getWithin() {
        return step.within();
    }

    /** Whether the printed time is a limit that can be measured. */
    public boolean isMeasurable() {
        return step.limit() != null;
    }

    /** Whether the limit is whole days written as hours ("24 jam") where nothing says which hours count. */
    public boolean isAmbiguous() {
        TimeLimit limit = step.limit();
        return limit != null
                && limit.unit() == TimeLimit.Unit.JAM
                && limit.amount() % HOURS_A_DAY == 0
                && sop.clockInferred()
                && step.clock() == Clock.WORKING;
    }

    public List<String> getInputs() {
        return step.inputs();
    }

    public List<String> getOutputs() {
        return step.outputs();
    }

    public List<String> getExecutors() {
        return step.executor();
    }

    /** Required documents that no earlier step yields, nor the equipment, nor the outside. */
    public List<String> getUnproduced() {
        return flow.unproduced(step);
    }

    /** Outputs that no later step requires. */
    public List<String> getUnused() {
        return flow.unused(step);
    }

    /** Required documents that the step itself makes. */
    public List<String> getCircular() {
        return flow.circular(step);
    }

    /** Whether all that the step yields is what it was given. */
    public boolean isRepeating() {
        return !step.outputs().isEmpty()
                && step.outputs().stream()
                        .allMatch(output -> step.inputs().stream().anyMatch(i -> DocumentNames.same(i, output)));
    }

    /** Required documents whose name is only near to that of the output they mean. */
    public List<String> getDrifting() {
        return flow.drifting(step).stream().map(DocumentFlow.Drift::required).toList();
    }

    /** The outputs meant by {@link #getDrifting()}. */
    public List<String> getOrigins() {
        return flow.drifting(step).stream().map(DocumentFlow.Drift::yielded).toList();
    }

    /** Number of an earlier step with the same title, inputs and outputs; null when there is none. */
    public Integer getDuplicated() {
        return sop.steps().subList(0, step.position()).stream()
                .filter(s -> DocumentNames.same(s.title(), step.title())
                        && normalised(s.inputs()).equals(normalised(step.inputs()))
                        && normalised(s.outputs()).equals(normalised(step.outputs())))
                .map(Step::no)
                .findFirst()
                .orElse(null);
    }

    private static List<String> normalised(List<String> documents) {
        return documents.stream().map(Wording::normalise).toList();
    }

    /** Whether it is an approval. */
    public boolean isDecision() {
        return step.decision() != null;
    }

    /** Whether the SOP itself says where both answers of the approval lead. */
    public boolean isTargeted() {
        Step.Decision decision = step.decision();
        boolean last = step.position() == sop.steps().size() - 1;
        return decision != null
                && !decision.inferred()
                && decision.revise() != null
                && (decision.approve() != null || last);
    }

    /** Whether its title speaks of approving. */
    public boolean isApproving() {
        return words.approves(step);
    }

    /** Whether it offers the refusal first. */
    public boolean isReversed() {
        return StepWords.reversed(step);
    }

    /** Whether brackets open and close in pairs. */
    public boolean isBalanced() {
        return StepWords.balanced(step.title());
    }

    /** A word that looks misspelt; null when there is none. */
    public String getMisspelt() {
        return words.misspelt(step);
    }

    /** The word that {@link #getMisspelt()} resembles. */
    public String getUsual() {
        return words.usual(getMisspelt());
    }

    @Override
    public Subject subject() {
        return super.subject().atStep(Integer.toString(step.no()));
    }

    @Override
    public String ground() {
        return super.ground() + " langkah " + step.no();
    }
}
