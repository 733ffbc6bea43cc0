package id.patuh.ledger.life;

/**
 * How a run changes what is not evaluated.
 *
 * @param known until now; null for what was evaluated
 * @param now from now on; null where it is evaluated
 */
record LackMove(KnownLack known, NewLack now) {

    /** @param facts of the group that it was judged from */
    record NewLack(String key, String groupKey, String facts, Lack lack) {}

    /** Hash of the subject, which both have where both are there. */
    String key() {
        return known == null ? now.key() : known.key();
    }
}
