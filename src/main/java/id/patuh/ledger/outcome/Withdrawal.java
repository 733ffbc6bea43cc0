package id.patuh.ledger.outcome;

import java.time.Instant;

/**
 * The end of an outcome.
 *
 * @param actor who withdrew it
 * @param at when
 * @param comment why
 */
public record Withdrawal(String actor, Instant at, String comment) {}
