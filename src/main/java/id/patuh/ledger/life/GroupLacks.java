package id.patuh.ledger.life;

import java.util.List;

/**
 * What could not be evaluated of a group.
 *
 * @param place by which groups of a scope are in order; a group that a later run judged otherwise has a later one
 * @param lacks at least one
 */
public record GroupLacks(long place, List<Lack> lacks) {

    public GroupLacks {
        lacks = List.copyOf(lacks);
    }
}
