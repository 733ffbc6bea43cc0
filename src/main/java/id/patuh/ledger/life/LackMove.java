package id.patuh.ledger.life;

import java.util.List;

/**
 * How a run changes what is not evaluated of a group.
 *
 * @param knownId of what was known until now; null where all was evaluated
 * @param facts of the group that it was judged from
 * @param lacks from now on; none where all is evaluated
 */
record LackMove(Long knownId, String groupKey, String facts, List<Lack> lacks) {}
