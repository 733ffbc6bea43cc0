package id.patuh.sop;

import java.util.List;

/** An SOP with what its cases ask about it over and over. For one thread. */
final class BoundSop {

    private static final int TEXTS_REMEMBERED = 1_000;
    /** A power of two. */
    private static final int KINDS_AT_HAND = 1 << 10;

    final Sop sop;
    final StepOrder order;

    /** Epoch days. */
    private final long firstDay;

    private final long lastDay;
    private final Memory<String, BoundStep> steps;
    /** Kinds by the last bits of their identities, and what they mean here. */
    private final ActivityKind[] kinds = new ActivityKind[KINDS_AT_HAND];

    private final BoundKind[] boundKinds = new BoundKind[KINDS_AT_HAND];

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

    /** What the SOP says of a kind of activities. */
    BoundKind kind(ActivityKind kind) {
        // Rows that say the same share a kind, and to compare kinds takes longer than to bind one anew.
        int place = System.identityHashCode(kind) & KINDS_AT_HAND - 1;
        if (kinds[place] != kind) {
            kinds[place] = kind;
            boundKinds[place] = new BoundKind(kind, steps.of(kind.step()));
        }
        return boundKinds[place];
    }

    /** Whether the SOP was in force on an epoch day. */
    boolean isInForce(long day) {
        return day >= firstDay && day <= lastDay;
    }
}
