package id.patuh.ledger.life;

import java.util.List;

/**
 * What was not evaluated of a group, as the table has it.
 *
 * @param facts of the group that it was judged from
 */
record KnownLacks(long id, String facts, List<Lack> lacks) {}
