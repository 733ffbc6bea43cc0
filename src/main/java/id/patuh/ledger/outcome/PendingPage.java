package id.patuh.ledger.outcome;

import id.patuh.ledger.life.Lack;
import java.util.List;

/**
 * Some of what waits to be settled by hand.
 *
 * @param lacks of whole groups
 * @param next the place that the next page is behind of; null where there is no more
 */
public record PendingPage(List<Lack> lacks, Long next) {

    public PendingPage {
        lacks = List.copyOf(lacks);
    }
}
