package id.patuh.ledger.followup;

import java.time.LocalDate;
import java.util.List;

/**
 * An entry in the history of an item.
 *
 * @param day since when
 * @param run number of the run that learnt it; null where time alone brought it about
 * @param state how the item stood from then on
 * @param changed what of it was said otherwise than before: {@code activity}, {@code element}, {@code evidence}, {@code obstacle},
 *     {@code owner}, {@code quarters}; empty for the first entry
 */
public record StateChange(LocalDate day, Long run, ItemState state, List<String> changed) {

    public StateChange {
        changed = List.copyOf(changed);
    }
}
