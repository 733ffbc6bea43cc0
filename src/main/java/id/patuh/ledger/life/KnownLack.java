package id.patuh.ledger.life;

/**
 * What was not evaluated, as the table has it.
 *
 * @param key {@link LackSubject#key}
 * @param facts of the group that it was judged from
 */
record KnownLack(long id, String key, String facts, Lack lack) {}
