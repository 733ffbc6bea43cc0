package id.patuh.ledger.outcome;

import id.patuh.ledger.life.Lack;
import java.time.Instant;

/**
 * What somebody found by hand where a rule could not be evaluated. Nothing of it is ever changed; it may be withdrawn.
 *
 * @param number over all scopes, from 1
 * @param scope name of the scope
 * @param lack what was lacking when it was settled
 * @param verdict what was found
 * @param evidence the file that proves it
 * @param actor who found it, as the rulebook compares names
 * @param at when it was settled
 * @param withdrawal null unless it was withdrawn
 */
public record Outcome(
        long number,
        String scope,
        Lack lack,
        Verdict verdict,
        EvidenceFile evidence,
        String actor,
        Instant at,
        Withdrawal withdrawal) {

    /** Whether it had been settled by a moment, and not been withdrawn. */
    public boolean stands(Instant moment) {
        return !at.isAfter(moment) && (withdrawal == null || withdrawal.at().isAfter(moment));
    }

    /**
     * Whether it speaks of what is lacking now: the same, over the same facts, without a break. It does not where the rule
     * was evaluated meanwhile, or the facts are others.
     */
    public boolean speaksOf(Lack now) {
        return lack.of().equals(now.of()) && lack.since() == now.since();
    }
}
