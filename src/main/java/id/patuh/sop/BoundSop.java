package id.patuh.sop;

import java.util.List;

/** An SOP with what its cases ask about it over and over. For one thread. */
final class BoundSop {

    private static final int TEXTS_REMEMBERED = 1_000;

    final Sop sop;
    final StepOrder order;

    /** Epoch days. */
    private final long firstDay;

    private final long lastDay;
    private final Memory<String, BoundStep> steps;

    BoundSop(Sop sop) {
        this.sop = sop;
        this.order = new StepOrder(sop);
        this.firstDay = sop.inForce().toEpochDay();
        this.lastDay = sop.until() == null ? Long.MAX_VALUE : sop.until().toEpochDay();
        List<BoundStep> bound =
                sop.steps().stream().map(step -> new BoundStep(step, sop)).toList();
        this.steps = new Memory<>(
                TEXTS_REMEMBERED,
                written -> sop.step(written)
                        .map(step -> bound.get(step.position()))
                        .orElse(null));
    }

    /** The step that a log means by its number or title, or null. */
    BoundStep step(String written) {
        return steps.of(written);
    }

    /** Whether the SOP was in force on an epoch day. */
    boolean isInForce(long day) {
        return day >= firstDay && day <= lastDay;
    }
}
