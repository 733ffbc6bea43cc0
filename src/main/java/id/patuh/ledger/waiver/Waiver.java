package id.patuh.ledger.waiver;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.waiver.WaiverStep.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Violations that are excused for a time, once another person than the one who asked for it has approved. Nothing of it is
 * ever changed: what ends it is a further step.
 *
 * @param number over all scopes, from 1
 * @param terms what was asked for
 * @param steps what was done with it, in order; the first one asks for it
 */
public record Waiver(long number, WaiverTerms terms, List<WaiverStep> steps) {

    public Waiver {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.get(0).action() != Action.REQUESTED) {
            throw altered(number);
        }
        for (int i = 1; i < steps.size(); i++) {
            WaiverStep before = steps.get(i - 1);
            WaiverStep step = steps.get(i);
            if (!following(before.action()).contains(step.action())
                    || step.at().isBefore(before.at())
                    || step.action() == Action.APPROVED
                            && step.actor().equals(steps.get(0).actor())) {
                throw altered(number);
            }
        }
    }

    /** Whether it waits for approval, and the same person asks for nothing beyond it. */
    boolean asksFor(WaiverTerms other, WaiverStep request) {
        return steps.size() == 1 && steps.get(0).actor().equals(request.actor()) && terms.includes(other);
    }

    private static LedgerException altered(long number) {
        return new LedgerException("waiver-altered", "waiver", number);
    }

    private static Set<Action> following(Action action) {
        return switch (action) {
            case REQUESTED -> EnumSet.of(Action.APPROVED, Action.REJECTED, Action.WITHDRAWN);
            case APPROVED -> EnumSet.of(Action.WITHDRAWN);
            case REJECTED, WITHDRAWN -> EnumSet.noneOf(Action.class);
        };
    }

    /**
     * The same with a further step.
     *
     * @throws LedgerException if it is not allowed
     */
    Waiver after(WaiverStep step) {
        WaiverStep last = steps.get(steps.size() - 1);
        if (!following(last.action()).contains(step.action())) {
            throw new LedgerException("waiver-is-" + last.action().word(), "waiver", number);
        }
        if (step.action() == Action.APPROVED) {
            checkApproval(step);
        }
        List<WaiverStep> all = new ArrayList<>(steps);
        // Where the clock was set back.
        Instant at = step.at().isBefore(last.at()) ? last.at() : step.at();
        all.add(new WaiverStep(step.action(), step.actor(), at, step.comment()));
        return new Waiver(number, terms, all);
    }

    private void checkApproval(WaiverStep step) {
        if (step.actor().equals(requester())) {
            throw new LedgerException(
                    "approver-is-requester", Map.of("waiver", Long.toString(number), "person", step.actor()));
        }
        terms.refuseIfOver(step.at());
    }

    /** Who asked for it. */
    public String requester() {
        return steps.get(0).actor();
    }

    /** The last step that was done by a moment; null where there was none yet. */
    private WaiverStep last(Instant at) {
        WaiverStep last = null;
        for (WaiverStep step : steps) {
            last = step.at().isAfter(at) ? last : step;
        }
        return last;
    }

    /**
     * Whether it covers violations at a moment: it was approved and not withdrawn by then. So nothing that is done later
     * changes what was excused at an earlier moment.
     */
    public boolean isInForce(Instant at) {
        WaiverStep last = last(at);
        return last != null
                && last.action() == Action.APPROVED
                && terms.validity().holdsAt(at);
    }

    /** Whether it is in force at a moment, and by itself no longer after a time. */
    public boolean endsWithin(Duration time, Instant at) {
        return isInForce(at) && !terms.validity().holdsAt(at.plus(time));
    }

    /** How it stands at a moment. */
    public WaiverState state(Instant at) {
        WaiverStep last = last(at);
        Action action = last == null ? Action.REQUESTED : last.action();
        boolean over = !at.isBefore(terms.validity().until());
        return switch (action) {
            case REJECTED -> WaiverState.REJECTED;
            case WITHDRAWN -> WaiverState.WITHDRAWN;
            case REQUESTED -> over ? WaiverState.OVER : WaiverState.REQUESTED;
            case APPROVED -> over ? WaiverState.OVER : isInForce(at) ? WaiverState.IN_FORCE : WaiverState.TO_COME;
        };
    }
}
