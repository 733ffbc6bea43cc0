package id.patuh.ledger.waiver;

import id.patuh.ledger.outcome.Outcome;
import java.util.List;

/**
 * A violation that somebody found by hand.
 *
 * @param outcome that says so, and holds
 * @param waivers in force that cover it; none where it is not waived
 */
public record HandViolation(Outcome outcome, List<Waiver> waivers) {

    public HandViolation {
        waivers = List.copyOf(waivers);
    }
}
